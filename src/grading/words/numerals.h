// Numbers by value, however they are written: 12, 1,200, 80%, 三十, 百分之八十, 5万, three.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

namespace pith::grading {

struct Numeral {
  double value = 0.0;
  std::size_t length = 0;  ///< Characters read.
};

/// The English words for the numbers below twenty.
inline constexpr std::array<std::u32string_view, 20> kBelowTwenty = {
    U"zero",     U"one",     U"two",     U"three",     U"four",     U"five",    U"six",
    U"seven",    U"eight",   U"nine",    U"ten",       U"eleven",   U"twelve",  U"thirteen",
    U"fourteen", U"fifteen", U"sixteen", U"seventeen", U"eighteen", U"nineteen"};

/// The number that begins at `at` of folded text; empty if none does. Latin number words are read
/// by number_word. Of more digits than `most_digits`, signs between them counted, the first are
/// read.
[[nodiscard]] std::optional<Numeral> numeral_at(std::u32string_view text, std::size_t at,
                                                std::size_t most_digits = 15);

/// The factor of the 千 or 百 that begins a unit's name at `at`: 千米, 百帕; 0 if none does.
[[nodiscard]] double unit_prefix_at(std::u32string_view text, std::size_t at);

/// `zero`, `two` … `twelve`; `one` is left out because it mostly is no number.
[[nodiscard]] std::optional<double> number_word(std::u32string_view word);

}  // namespace pith::grading
