// Two stretches of a text that are compared: clauses side by side, or the two sides of a clause.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "grading/stretches/targets.h"

namespace pith::grading {

/// Weight of words that name somebody, or say something of them.
inline constexpr double kLeastTold = 1.0;

/// A word with a meaning, at its first place in a stretch.
struct Word {
  TokenId token = 0;
  std::size_t place = 0;
};
using Words = std::vector<Word>;  ///< In order of places.

/// Two stretches, with what each of them has alone.
struct Couple {
  Range first;
  Range second;
  Words of_first;
  Words of_second;
};

/// The stretches with the words of points that only one of them has.
[[nodiscard]] Couple couple_of(const Vocabulary& vocabulary,
                               std::span<const Occurrence> occurrences, const Range& first,
                               const Range& second);

/// Those of the first that the second has, too.
[[nodiscard]] Words common(Words words, const Words& others);

/// The sum of what the words weigh.
[[nodiscard]] double weight_of(const Vocabulary& vocabulary, const Words& words);

}  // namespace pith::grading
