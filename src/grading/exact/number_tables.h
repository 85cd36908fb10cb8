// Words and signs that several readers of numbers know.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <ranges>
#include <utility>

#include "grading/exact/folded_words.h"
#include "grading/words/numerals.h"

namespace pith::grading {

using ValuedWord = std::pair<FoldedView, double>;

/// The powers of a thousand in English.
inline constexpr std::array<ValuedWord, 4> kScales = {
    {{U"thousand", 1e3}, {U"million", 1e6}, {U"billion", 1e9}, {U"trillion", 1e12}}};

/// What is written behind parts of a whole, and how many of them it has.
inline constexpr std::array<ValuedWord, 13> kPartSigns = {{{U"%", 100},
                                                           {U"percent", 100},
                                                           {U"per cent", 100},
                                                           {U"percentage point", 100},
                                                           {U"percentage points", 100},
                                                           {U"个百分点", 100},
                                                           {U"百分点", 100},
                                                           {U"pct", 100},
                                                           {U"‰", 1000},
                                                           {U"permille", 1000},
                                                           {U"per mille", 1000},
                                                           {U"per mil", 1000},
                                                           {U"per thousand", 1000}}};

/// What counts time in Chinese.
inline constexpr std::array<FoldedView, 15> kChineseTimes = {
    U"年",     U"个月", U"天",     U"日",   U"周",     U"小时", U"个小时", U"钟头",
    U"个钟头", U"星期", U"个星期", U"礼拜", U"个礼拜", U"分钟", U"秒"};

/// The first of the words that stands at `at`.
[[nodiscard]] constexpr std::optional<ValuedWord> valued_at(
    FoldedView folded, std::size_t at, const std::ranges::forward_range auto& words) {
  for (const ValuedWord& word : words) {
    if (word_stands_at(folded, at, word.first)) {
      return word;
    }
  }
  return std::nullopt;
}

/// The English word for a number below twenty that stands at `at`.
[[nodiscard]] constexpr std::optional<Numeral> below_twenty_at(FoldedView folded, std::size_t at) {
  for (std::size_t i = 0; i < kBelowTwenty.size(); ++i) {
    if (word_stands_at(folded, at, kBelowTwenty[i])) {
      return Numeral{static_cast<double>(i), kBelowTwenty[i].size()};
    }
  }
  return std::nullopt;
}

}  // namespace pith::grading
