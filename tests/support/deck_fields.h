// Decks compared by what they say, wherever it stands.
#pragma once

#include <string>
#include <utility>

#include "deck/index/compiled.h"

namespace pith::test {

/// Every field of a deck but the places in its file, as bytes.
inline std::string fields_of(deck::Deck deck) {
  deck.path.clear();
  deck.at = {};
  for (auto& item : deck.items) {
    item.at = {};
    for (auto& point : item.points) {
      point.at = {};
    }
    for (auto& sample : item.samples) {
      sample.at = {};
    }
  }
  return deck::compiled({std::move(deck), {}});
}

}  // namespace pith::test
