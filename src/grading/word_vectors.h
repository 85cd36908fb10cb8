// What words have to do with one another, by a table that is compiled in: data/words.tsv has a
// short vector for each of 40,000 words of Chinese and English. scripts/distil-words made it from a
// sentence encoder; none is needed here.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "grading/grains.h"

namespace pith::grading {

/// A word of a text that the table knows.
struct KnownWord {
  static constexpr std::size_t kDimensions = 32;

  Range grains;
  std::array<std::int16_t, kDimensions> vector{};
  float scale = 0.0F;   ///< One over the vector's length.
  float weight = 0.0F;  ///< How much the word says, (0, 1]: the rarer in the language, the more.
};

/// The words of the text that the table knows, in their order; the longest wins where several begin
/// at one place, and none overlap.
[[nodiscard]] std::vector<KnownWord> known_words(const Grains& text);

/// Cosine of two words, [-1, 1]. Inline, since an answer asks for some ten thousand of them.
[[nodiscard]] inline float likeness(const KnownWord& a, const KnownWord& b) {
  int sum = 0;
  for (std::size_t i = 0; i < KnownWord::kDimensions; ++i) {
    sum += a.vector[i] * b.vector[i];
  }
  return static_cast<float>(sum) * a.scale * b.scale;
}

}  // namespace pith::grading
