// Writes a deck as the YAML that people would write: only what is not said already, in the order
// of docs/decks.md.
#pragma once

#include <string>

#include "deck/item.h"

namespace pith::deck {

/// The text of a deck file that reads as `deck`, positions and path aside. Texts are trimmed as the
/// reader does it. Requires: a deck as the reader gives it (ids, unique names, no empty texts).
[[nodiscard]] std::string write_deck(const Deck& deck);

}  // namespace pith::deck
