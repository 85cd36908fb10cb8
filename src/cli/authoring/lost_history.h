// What pith check says of histories that edits of decks left behind.
#pragma once

#include "cli/context.h"
#include "deck/collection.h"

namespace pith::cli {

/// What is new while something like it, with history, has vanished, and what is claimed in vain.
/// Decks of the learner's that are not checked count as there.
[[nodiscard]] deck::Diagnostics lost_histories(Context& context, const deck::Collection& checked,
                                               bool all);

}  // namespace pith::cli
