// What looks like a number and often is none: 一共, "one", the 6 of IPv6, a day or a month.
#pragma once

#include <string_view>

#include "grading/exact/number_reading.h"

namespace pith::grading {

/// Whether what was read at the number's place is mostly part of a word, or a place in time or in a
/// row.
[[nodiscard]] bool is_vague_number(std::u32string_view folded, const ReadNumber& number);

/// Whether the name of a month stands before a number: November 1989, "Nov. 9".
[[nodiscard]] bool follows_month(std::u32string_view folded, const ReadNumber& number);

/// Whether a part is told by a word that may be a place in a row as well: "a fifth one".
[[nodiscard]] bool is_place_in_row(std::u32string_view folded, const ReadNumber& number);

}  // namespace pith::grading
