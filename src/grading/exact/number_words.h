// Number words, most of them English: "twenty-eight", "one hundred and five", "two point five".
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "grading/words/numerals.h"

namespace pith::grading {

/// Parts of one in English: "a quarter", "two thirds"; empty if none begin at `at`.
[[nodiscard]] std::optional<Numeral> parts_in_words_at(std::u32string_view folded, std::size_t at);

/// The number in words that begins at `at` of folded text, from "zero" on; "a hundred" is one, "a"
/// is none; "half" and 一半 are, and so
/// are parts. Empty if no such number, or no whole word, begins there.
[[nodiscard]] std::optional<Numeral> number_in_words_at(std::u32string_view folded, std::size_t at);

}  // namespace pith::grading
