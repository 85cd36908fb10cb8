// What cannot both be true of the same thing: opposite words, and two numbers of the same unit.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "grading/words/grains.h"

namespace pith::grading {

/// A word that has opposites, or a number, found in a text.
struct Opposable {
  Range range;
  std::uint64_t word = 0;             ///< Tells words apart, and numbers by value.
  std::optional<std::uint64_t> unit;  ///< What a number counts.
};

/// In order of places: the words that have opposites, then the numbers with what they count.
[[nodiscard]] std::vector<Opposable> opposables_in(const Grains& text);

[[nodiscard]] inline bool is_number(const Opposable& word) {
  return word.unit.has_value();
}

[[nodiscard]] bool are_opposite(const Opposable& word, const Opposable& other);

}  // namespace pith::grading
