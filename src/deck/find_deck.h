// A deck among others, by its id.
#pragma once

#include <algorithm>
#include <span>
#include <string_view>

#include "deck/item.h"

namespace pith::deck {

/// Null if none of them has the id.
[[nodiscard]] inline const Deck* find_deck(std::span<const Deck> decks, std::string_view id) {
  const auto found = std::ranges::find(decks, id, &Deck::id);
  return found == decks.end() ? nullptr : &*found;
}

}  // namespace pith::deck
