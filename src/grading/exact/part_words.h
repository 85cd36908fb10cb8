// Parts of a whole in words: half, "a quarter", "two thirds", "every third", 半个.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "grading/grade.h"
#include "grading/words/numerals.h"

namespace pith::grading {

/// Parts of one in English: "a quarter", "two thirds"; empty if none begin at `at`.
[[nodiscard]] std::optional<Numeral> parts_in_words_at(std::u32string_view folded, std::size_t at);

/// Those, and what else tells a part or a dozen: half, 一半, 半个, "every third", "half a dozen",
/// "a day and a half".
[[nodiscard]] std::optional<Numeral> part_or_dozen_at(std::u32string_view folded, std::size_t at);

/// Where " and a half" that stands at `at` ends; empty if it stands for no half: "and a half-life".
[[nodiscard]] std::optional<std::size_t> behind_and_a_half(std::u32string_view folded,
                                                           std::size_t at);

/// "and a half" or "and a quarter" at `at`, behind what is counted.
[[nodiscard]] std::optional<Numeral> and_part_at(std::u32string_view folded, std::size_t at);

/// The end of a blank and the English word that a number at its left may count: " cups"; empty if
/// none is there, or one that joins or is a number.
[[nodiscard]] std::optional<std::size_t> behind_counted_word(std::u32string_view folded,
                                                             std::size_t at);

/// A Chinese measure word of what can be halved: 个, 小时.
[[nodiscard]] std::optional<Span> measure_at(std::u32string_view folded, std::size_t at);

}  // namespace pith::grading
