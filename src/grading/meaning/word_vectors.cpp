#include "grading/meaning/word_vectors.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <string_view>

#include "grading/words/key_map.h"
#include "grading/words/tables.h"
#include "text/utf8.h"

namespace pith::grading {
namespace {

constexpr std::size_t kLongestWord = 4;  ///< Han characters.
constexpr std::size_t kRecordDigits = KnownWord::kDimensions + 1;

int value_of(char digit) {
  return digit <= '9' ? digit - '0' : digit - 'a' + 10;
}

/// Finds the lines of the table by the word they begin with.
class WordTable {
 public:
  static const WordTable& general() {
    static const WordTable table(data_table("words"));
    return table;
  }

  /// Each line: a word (for English its stem), a tab, a hexadecimal digit for each dimension (8 is
  /// zero) and one for the weight.
  explicit WordTable(std::string_view lines) {
    while (!lines.empty()) {
      const auto line = lines.substr(0, lines.find('\n'));
      lines.remove_prefix(std::min(lines.size(), line.size() + 1));
      if (const auto tab = line.find('\t'); tab != std::string_view::npos && line[0] != '#' &&
                                            line.size() == tab + 1 + kRecordDigits) {
        digits_[spelling_key(text::to_utf32(line.substr(0, tab)))] = line.data() + tab + 1;
      }
    }
  }

  /// The digits of the word, or null.
  [[nodiscard]] const char* find(std::uint64_t key) const {
    const auto* digits = digits_.find(key);
    return digits == nullptr ? nullptr : *digits;
  }

 private:
  KeyMap<const char*> digits_;
};

KnownWord decode(const char* digits, const Range& grains) {
  KnownWord word;
  word.grains = grains;
  int squares = 0;
  for (std::size_t i = 0; i < KnownWord::kDimensions; ++i) {
    const int value = value_of(digits[i]) - 8;
    word.vector[i] = static_cast<std::int16_t>(value);
    squares += value * value;
  }
  word.scale = squares > 0 ? 1.0F / std::sqrt(static_cast<float>(squares)) : 0.0F;
  word.weight = static_cast<float>(value_of(digits[KnownWord::kDimensions]) + 1) / 16.0F;
  return word;
}

/// Whether the grain goes on with the Han run of the one before it.
bool goes_on(const Grain& grain) {
  return grain.type == Grain::Type::han && grain.before == Break::none;
}

std::optional<KnownWord> han_word_at(const Grains& text, std::size_t at) {
  std::size_t longest = 1;
  while (longest < kLongestWord && at + longest < text.list.size() &&
         goes_on(text.list[at + longest])) {
    ++longest;
  }
  for (auto length = longest; length > 0; --length) {
    const auto from = text.list[at].from;
    const auto spelling =
        std::u32string_view(text.folded.text).substr(from, text.list[at + length - 1].to - from);
    if (const auto* digits = WordTable::general().find(spelling_key(spelling))) {
      return decode(digits, {at, at + length});
    }
  }
  return std::nullopt;
}

std::optional<KnownWord> word_at(const Grains& text, std::size_t at) {
  const auto& grain = text.list[at];
  if (grain.type == Grain::Type::han) {
    return han_word_at(text, at);
  }
  const auto* digits =
      grain.type == Grain::Type::word ? WordTable::general().find(grain.stem) : nullptr;
  return digits == nullptr ? std::nullopt : std::optional(decode(digits, {at, at + 1}));
}

}  // namespace

std::vector<WordBlock> blocks_of(std::span<const KnownWord> words) {
  std::vector<WordBlock> blocks((words.size() + WordBlock::kWords - 1) / WordBlock::kWords);
  for (std::size_t w = 0; w < words.size(); ++w) {
    auto& block = blocks[w / WordBlock::kWords];
    const auto column = w % WordBlock::kWords;
    block.scales[column] = words[w].scale;
    for (std::size_t d = 0; d < KnownWord::kDimensions; ++d) {
      block.values[d][column] = words[w].vector[d];
    }
  }
  return blocks;
}

std::array<float, WordBlock::kWords> likeness(const KnownWord& word, const WordBlock& block) {
  std::array<std::int16_t, WordBlock::kWords> sums{};  // At most 32 * 8 * 8.
  for (std::size_t d = 0; d < KnownWord::kDimensions; ++d) {
    const auto value = word.vector[d];
    const auto& row = block.values[d];
    for (std::size_t w = 0; w < WordBlock::kWords; ++w) {
      sums[w] = static_cast<std::int16_t>(sums[w] + value * row[w]);
    }
  }
  std::array<float, WordBlock::kWords> cosines{};
  for (std::size_t w = 0; w < WordBlock::kWords; ++w) {
    cosines[w] = static_cast<float>(sums[w]) * word.scale * block.scales[w];
  }
  return cosines;
}

std::vector<KnownWord> known_words(const Grains& text) {
  std::vector<KnownWord> words;
  for (std::size_t at = 0; at < text.list.size();) {
    const auto word = word_at(text, at);
    if (word) {
      words.push_back(*word);
    }
    at = word ? word->grains.end : at + 1;
  }
  return words;
}

}  // namespace pith::grading
