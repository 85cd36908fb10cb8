// What cannot both be true of the same thing: opposite words, two numbers of the same unit, and
// what is said of it in one character (排放多, 排放少), at most and at least so many.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "grading/words/grains.h"

namespace pith::grading {

/// A word that has opposites, or a number, found in a text.
struct Opposable {
  Range range;
  std::uint64_t word = 0;                   ///< Tells words apart, and numbers by value.
  std::optional<std::uint64_t> unit;        ///< What a number counts.
  std::optional<std::uint64_t> opposite{};  ///< The one word that is opposite, where it is known.
  bool denied = false;                      ///< It has its denial right before it (不多).
  bool is_limit = false;                    ///< At most or at least so many, its denial included.
};

/// The other of two adjectives of one character that are opposite (多, 少); none for any other
/// character.
[[nodiscard]] std::optional<char32_t> opposite_adjective(char32_t adjective);

/// Whether it is the one of two such adjectives that says more: 多, 远.
[[nodiscard]] bool says_more(char32_t adjective);

/// In order of places: the words that have opposites, then the numbers with what they count, then
/// adjectives of one Han character that end a clause, with the character that they say it of, then
/// limits, then such adjectives before two characters.
[[nodiscard]] std::vector<Opposable> opposables_in(const Grains& text);

[[nodiscard]] inline bool is_number(const Opposable& word) {
  return word.unit.has_value();
}

/// Whether they turn each other round: opposites, or different numbers of one unit.
[[nodiscard]] bool are_opposite(const Opposable& word, const Opposable& other);

}  // namespace pith::grading
