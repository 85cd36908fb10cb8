// The smallest units that grading compares: Han characters, words, numbers and operators, each with
// its place in the text as typed and with the strongest break before it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "grading/grade.h"
#include "grading/words/ranges.h"
#include "text/normalise.h"

namespace pith::grading {

/// How strongly two neighbouring grains are separated.
enum class Break : std::uint8_t { none, space, part, clause, sentence };

struct Grain {
  enum class Type : std::uint8_t { han, number, word, symbol };

  Type type = Type::han;
  Break before = Break::none;
  std::uint64_t key = 0;   ///< Identity of the spelling (of the value, for a number).
  std::uint64_t stem = 0;  ///< Identity of the stem for a word, else `key`: of Han its code point.
  unsigned pinyin = 0;     ///< Toneless, 0 if it has none.
  bool may_slip = true;    ///< May be another word, misspelt.
  bool may_relate = true;  ///< May stand for another word of its root.
  std::uint32_t from = 0;  ///< [from, to) in Grains::folded.text.
  std::uint32_t to = 0;

  /// Written without spaces, so that neighbours form pairs.
  [[nodiscard]] bool han_like() const { return type == Type::han || type == Type::number; }
  [[nodiscard]] std::size_t letters() const { return to - from; }
};

struct Grains {
  text::Folded folded;
  std::vector<Grain> list;

  /// All of them.
  [[nodiscard]] Range whole() const { return {0, list.size()}; }
  /// Those of a range.
  [[nodiscard]] std::span<const Grain> in(const Range& range) const {
    return std::span(list).subspan(range.begin, range.size());
  }
  /// Bytes of the source that the grains came from.
  [[nodiscard]] Span span(const Range& range) const;
  /// The folded spelling of a grain.
  [[nodiscard]] std::u32string_view spelling(const Grain& grain) const;
};

/// The Han character at a place, folded; 0 where something else stands.
[[nodiscard]] char32_t han_at(const Grains& text, std::size_t at);

/// The range with all around it that no break of this strength parts from it.
[[nodiscard]] Range up_to_breaks(const Grains& text, const Range& range, Break strength);

/// Whether one of the characters stands in the range.
[[nodiscard]] bool has_han(const Grains& text, const Range& range, std::u32string_view characters);

/// Whether one of the words has this stem.
[[nodiscard]] bool has_stem(std::span<const Grain> words, std::uint64_t stem);

/// Whether one of the words is one of the others.
[[nodiscard]] bool share_word(std::span<const Grain> words, std::span<const Grain> others);

/// Whether two grains are one word.
[[nodiscard]] inline bool same_stem(const Grain& a, const Grain& b) {
  return a.stem == b.stem;
}

/// Whether both are the same words in the same order.
[[nodiscard]] bool same_words(std::span<const Grain> words, std::span<const Grain> others);

/// Where the words stand in a row among others; the end of those if they do not.
[[nodiscard]] std::span<const Grain>::iterator find_run(std::span<const Grain> words,
                                                        std::span<const Grain> run);
/// Whether they do.
[[nodiscard]] bool has_run(std::span<const Grain> words, std::span<const Grain> run);

/// Identity of a spelling; that of a word's stem is Grain::stem.
[[nodiscard]] std::uint64_t spelling_key(std::u32string_view spelling);

/// Cuts valid UTF-8 into grains: words stemmed, Chinese and Arabic numerals read as values, list
/// markers dropped and turned into breaks.
[[nodiscard]] Grains grains_of(std::string_view source);

/// Identity of a word's stem. Requires: one word, or one Han character.
[[nodiscard]] std::uint64_t stem_of(std::string_view word);

}  // namespace pith::grading
