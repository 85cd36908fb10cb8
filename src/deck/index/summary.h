// What can be told of a deck without its items.
#pragma once

#include <cstddef>
#include <string>

#include "deck/item.h"

namespace pith::deck {

struct DeckSummary {
  std::string id;
  std::string path;      ///< The file it was read from.
  Position at;           ///< Where its id stands.
  std::string language;  ///< BCP 47.
  std::size_t items = 0;
  std::string schedule;  ///< Hash of everything in the deck that its schedule depends on.
  bool renames = false;  ///< It, or something in it, has a former name (`was`).
};

/// Of a deck that was read, with all of its items.
[[nodiscard]] DeckSummary summary_of(const Deck& deck);

}  // namespace pith::deck
