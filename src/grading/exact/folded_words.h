// Words in folded text, Latin ones only where they stand by themselves.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <ranges>
#include <string_view>

#include "grading/grade.h"

namespace pith::grading {

using FoldedView = std::u32string_view;  ///< Of text that text::fold() gave.

/// The words of two tables.
template <typename Word, std::size_t first, std::size_t second>
[[nodiscard]] constexpr std::array<Word, first + second> joined(
    const std::array<Word, first>& some, const std::array<Word, second>& others) {
  std::array<Word, first + second> all;
  std::ranges::copy(others, std::ranges::copy(some, all.begin()).out);
  return all;
}

/// The text without blanks at its end.
[[nodiscard]] constexpr FoldedView less_blanks_behind(FoldedView folded, FoldedView blanks = U" ") {
  return folded.substr(0, folded.find_last_not_of(blanks) + 1);
}

/// The text without blanks at either end.
[[nodiscard]] constexpr FoldedView less_blanks(FoldedView folded) {
  return less_blanks_behind(folded.substr(std::min(folded.find_first_not_of(U' '), folded.size())));
}

/// Whether a digit from 0 to 9 stands at the place.
[[nodiscard]] constexpr bool digit_at(std::u32string_view folded, std::size_t at) {
  return at < folded.size() && folded[at] >= U'0' && folded[at] <= U'9';
}

/// Whether the character at `at` is a Latin letter.
[[nodiscard]] constexpr bool latin_at(std::u32string_view folded, std::size_t at) {
  return at < folded.size() && folded[at] >= U'a' && folded[at] <= U'z';
}

/// Whether `word` stands in the text at `at`, and is no part of a longer Latin word.
[[nodiscard]] constexpr bool word_stands_at(std::u32string_view folded, std::size_t at,
                                            std::u32string_view word) {
  const auto end = at + word.size();
  return at <= folded.size() && folded.substr(at).starts_with(word) &&
         !(at > 0 && latin_at(folded, at - 1) && latin_at(folded, at)) &&
         !(latin_at(folded, end - 1) && latin_at(folded, end));
}

/// The longest of the words that stands at `at`.
[[nodiscard]] std::optional<Span> one_at(std::u32string_view folded, std::size_t at,
                                         const std::ranges::forward_range auto& words) {
  std::optional<Span> longest;
  for (const std::u32string_view word : words) {
    if ((!longest || at + word.size() > longest->end) && word_stands_at(folded, at, word)) {
      longest = Span{at, at + word.size()};
    }
  }
  return longest;
}

/// The first place from `from` on where one of the words stands.
[[nodiscard]] std::optional<Span> first_of(std::u32string_view folded, std::size_t from,
                                           const std::ranges::forward_range auto& words) {
  for (auto at = from; at < folded.size(); ++at) {
    if (const auto found = one_at(folded, at, words)) {
      return found;
    }
  }
  return std::nullopt;
}

/// The longest of the words that ends where the text does.
[[nodiscard]] std::optional<Span> one_ending(std::u32string_view folded,
                                             const std::ranges::forward_range auto& words) {
  std::optional<Span> longest;
  for (const std::u32string_view word : words) {
    const auto begin = folded.size() - std::min(word.size(), folded.size());
    if (folded.ends_with(word) && (!longest || begin < longest->begin) &&
        word_stands_at(folded, begin, word)) {
      longest = Span{begin, folded.size()};
    }
  }
  return longest;
}

}  // namespace pith::grading
