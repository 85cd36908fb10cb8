// What an edit of a deck called anew: what has no id is named by its wording, and its history has
// to follow.
#pragma once

#include <vector>

#include "deck/item.h"
#include "history/store.h"

namespace pith::history {

/// The items of `before` that `after` lacks, each with what is new in its place, and the same of
/// the points of items that both have. Only where the deck has the id it had, as many are there
/// as before, and the two still have something in common: else it is a new one.
[[nodiscard]] std::vector<Alias> reworded(const deck::Deck& before, const deck::Deck& after);

/// Appends those of them under whose former name something is known; gives them.
std::vector<Alias> follow_edit(History& history, const When& when, const deck::Deck& before,
                               const deck::Deck& after);

}  // namespace pith::history
