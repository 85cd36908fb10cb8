// Parts of a whole, by themselves and behind a whole number: 1/2, 三分之一, one and a half, 三个半.
#pragma once

#include <string_view>

#include "grading/exact/number_reading.h"

namespace pith::grading {

/// Reads on: `1/2`, `½` and `二分之一`, `百分之三点五`.
void read_ratio(std::u32string_view text, ReadNumber& number);

/// Reads on to what is less than one: `1 1/2`, 一又二分之一, "one and a half", 三个半.
void read_rest_below_one(std::u32string_view text, ReadNumber& number);

/// Reads on to "and a half" behind a word for a power or for what is counted: "a million and a
/// half", "two years and a half".
void read_rest_behind_word(std::u32string_view text, ReadNumber& number);

}  // namespace pith::grading
