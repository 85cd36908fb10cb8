// What a syntax error comes from where the items of a list are why.
#pragma once

#include "deck/yaml/complaints.h"
#include "deck/yaml/lines.h"

namespace pith::deck {

// Each tells whether it complained, of the line in which the parser stopped or the one above.

/// `-b` below `- a`.
bool complain_of_unspaced_dash(Complaints& complaints, const Line& stopped);

/// A '-' beside the column of the list that it was to go on with.
bool complain_of_dash_column(Complaints& complaints, const Line& stopped);

/// A key below `- text`, which makes the text the name of a point or a question.
bool complain_of_key_below_text(Complaints& complaints, const Line& stopped);

}  // namespace pith::deck
