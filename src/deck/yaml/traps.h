// YAML's traps for people who type prose, above all Chinese: what they fall into is valid YAML and
// means something else. Each is warned of, with quoting as the remedy.
#pragma once

#include <string_view>

#include "deck/yaml/complaints.h"
#include "deck/yaml/yaml_tree.h"

namespace pith::deck {

/// A ` #` that cut a plain text short. A comment in good style (two spaces before it and one behind
/// its mark) is let be.
void warn_of_comment(const Node& text, Complaints& complaints);

/// A plain text that goes on with a line such as `- b`, which was to be another item of its list.
void warn_of_dash(const Node& text, Complaints& complaints);

/// A text with commas where a list was meant: it counts as one wording.
void warn_of_commas(const Node* list, Complaints& complaints);

/// Of keys (a deck's or a practice's) at the beginning of a line with a full-width colon, which
/// makes text of them: an error each, to be told where the file cannot be read for another reason
/// or as its cause. Whether one stands in the line of `offset` or the one above.
bool complain_of_wide_colons(Complaints& complaints, std::size_t offset);

/// Whether the name of a point reads as a name with a detail: what follows its colon is longer than
/// what stands before.
[[nodiscard]] bool looks_like_pair(std::string_view name);

/// A full-width or unspaced colon in a point's short form, or quotes around all of it, where `name:
/// detail` was meant.
void warn_of_colon(const Node& point, Complaints& complaints);

}  // namespace pith::deck
