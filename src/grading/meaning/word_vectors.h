// What words have to do with one another, by a table that is compiled in: data/words.tsv has a
// short vector for each of 40,000 words of Chinese and English. scripts/distil-words made it from a
// sentence encoder; none is needed here.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "grading/words/grains.h"

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

/// Words side by side, so that one is compared with all of them at once: an answer asks for some
/// ten thousand likenesses. Where there is no word, the scale is zero.
struct WordBlock {
  static constexpr std::size_t kWords = 32;

  std::array<std::array<std::int16_t, kWords>, KnownWord::kDimensions> values{};
  std::array<float, kWords> scales{};
};

/// The words in their order, the last block filled up with none.
[[nodiscard]] std::vector<WordBlock> blocks_of(std::span<const KnownWord> words);

/// Cosines of a word to those of a block, [-1, 1].
[[nodiscard]] std::array<float, WordBlock::kWords> likeness(const KnownWord& word,
                                                            const WordBlock& block);

}  // namespace pith::grading
