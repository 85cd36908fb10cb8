// Reads a deck file: format version 1, as docs/decks.md describes it.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "deck/diagnostic.h"
#include "deck/item.h"

namespace pith::deck {

/// A larger file is refused unread.
constexpr std::size_t kLargestDeckFile = std::size_t{16} * 1024 * 1024;

struct ReadResult {
  std::optional<Deck> deck;  ///< Empty iff a diagnostic is an error.
  Diagnostics diagnostics;   ///< All mistakes and warnings, in the order of the file.
};

/// Reads the bytes of a deck file; any bytes will do. `path` is the name for messages, and its stem
/// the deck's id where the file gives none.
[[nodiscard]] ReadResult read_deck(std::string_view bytes, std::string path);

/// Whether a YAML file means to be a deck: it has `items:` at the top, be it broken otherwise, or
/// is a sound map in braces that has it.
[[nodiscard]] bool looks_like_deck(std::string_view bytes);

/// Whether one that does not look so is hardly anything else: it has a question or `deck:` at the
/// top, or is no text that YAML could be.
[[nodiscard]] bool seems_meant_as_deck(std::string_view bytes);

}  // namespace pith::deck
