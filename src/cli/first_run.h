// What a learner is told when a history begins, and the offer to copy the decks that ship with
// pith, so that they can be changed.
#pragma once

#include <span>

#include "cli/context.h"
#include "deck/summary.h"

namespace pith::cli {

/// Says where the history will be and which decks there are; and how to have one of them alone if
/// it `asks_all`.
void say_what_was_found(Context& context, std::span<const deck::DeckSummary> decks, bool asks_all);

/// If the collection is the shipped one, asks whether to copy it to the learner's deck folder, and
/// does. A file that is there is left as it is. False if the learner wants to stop. Requires a
/// terminal. Throws StorageError if a file cannot be written.
[[nodiscard]] bool offer_copies(Context& context, std::span<const deck::DeckSummary> decks);

}  // namespace pith::cli
