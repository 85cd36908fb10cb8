// The items of decks, one after the other.
#pragma once

#include <span>
#include <vector>

#include "deck/item.h"

namespace pith::deck {

/// Every item, in the order of the decks and of their files. The decks must outlive them.
[[nodiscard]] inline std::vector<const Item*> all_items(std::span<const Deck> decks) {
  std::vector<const Item*> items;
  for (const auto& deck : decks) {
    for (const auto& item : deck.items) {
      items.push_back(&item);
    }
  }
  return items;
}

/// The same of one deck.
[[nodiscard]] inline std::vector<const Item*> all_items(const Deck& deck) {
  return all_items(std::span(&deck, 1));
}

}  // namespace pith::deck
