// What decks claim by `was:`, made into aliases. Internal to this folder but for what identity.h
// gives on.
#pragma once

#include <vector>

#include "deck/item.h"
#include "history/identity.h"
#include "history/store.h"

namespace pith::history {

/// What the claims of a deck come to, all of them at once.
struct Claims {
  /// Each of another name, in an order in which nothing moves to a name before what bore it left.
  std::vector<Alias> granted;
  /// Of names with history that something else bears and keeps.
  std::vector<Alias> refused;
};

/// What a deck was called.
[[nodiscard]] std::vector<Alias> claims_of_deck(const History& history, const deck::Deck& deck,
                                                const Present& present);

/// What its items were called. A name that another item bears now is free if that one was itself
/// called otherwise, or asks something else while the claimant asks what was asked under it last.
[[nodiscard]] Claims claims_of_items(const History& history, const deck::Deck& deck,
                                     const Present& present);

/// What the points of its items were called. A name that another point bears now is free if that
/// one was itself called otherwise.
[[nodiscard]] Claims claims_of_points(const History& history, const deck::Deck& deck);

}  // namespace pith::history
