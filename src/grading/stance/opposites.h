// What cannot both be true of the same thing: opposite words, and two numbers of the same unit.
#pragma once

#include <cstdint>
#include <vector>

#include "grading/words/grains.h"

namespace pith::grading {

/// A word that has opposites, found in a text.
struct Opposable {
  Range range;
  std::uint64_t word = 0;
};

/// In order of places: the words that have opposites, then the numbers with what they count.
[[nodiscard]] std::vector<Opposable> opposables_in(const Grains& text);

[[nodiscard]] bool is_number(const Opposable& word);

[[nodiscard]] bool are_opposite(const Opposable& word, const Opposable& other);

}  // namespace pith::grading
