// Texts with gaps: `{{c1::deleted::hint}}` as in Anki, or `{{deleted}}` for short.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "deck/item.h"

namespace pith::deck {

/// A cloze text taken apart. Gaps without a number get the numbers that are free, from left to
/// right; points stand in the order of their numbers; gaps of one number belong to one point.
struct Cloze {
  std::vector<ClozePart> parts;
  std::vector<Point> points;  ///< Ids `c1`, `c2`, …; names are the deleted texts.
};

/// Why a text is no cloze, and where.
struct ClozeMistake {
  std::size_t offset = 0;  ///< In bytes of the text.
  std::string message;
  std::string hint;
};

[[nodiscard]] std::variant<Cloze, ClozeMistake> parse_cloze(std::string_view text);

/// The text with each gap shown as `[…]`, or as `[hint]` where it has one.
[[nodiscard]] std::string with_gaps(const std::vector<ClozePart>& parts);

/// A cloze as it is written, every gap with its number: parse_cloze takes it apart again.
[[nodiscard]] std::string written(const Item& cloze);

/// The text with its gaps filled.
[[nodiscard]] std::string filled(const std::vector<ClozePart>& parts);

}  // namespace pith::deck
