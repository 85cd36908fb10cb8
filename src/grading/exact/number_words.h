// Number words, most of them English: "twenty-eight", "one hundred and five", "two point five".
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "grading/words/numerals.h"

namespace pith::grading {

/// The number in words that begins at `at` of folded text, from "zero" on; "a hundred" is one, "a"
/// is none; parts and dozens are. Empty if no such number, or no whole word, begins there.
[[nodiscard]] std::optional<Numeral> number_in_words_at(std::u32string_view folded, std::size_t at);

}  // namespace pith::grading
