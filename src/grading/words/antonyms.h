// Words that are the opposite of each other.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "grading/words/grains.h"
#include "grading/words/key_map.h"

namespace pith::grading {

/// Pairs of opposite words.
class Antonyms {
 public:
  /// The compiled-in pairs.
  static const Antonyms& general();
  /// Entries `word <tab> opposite`, which hold both ways; `$` behind a word as in `Lexicon`.
  explicit Antonyms(std::string_view table);

  /// A word that has opposites, found in a text.
  struct Found {
    Range range;
    std::size_t word = 0;
  };
  /// In order of places.
  [[nodiscard]] std::vector<Found> words_in(const Grains& text) const;
  /// Whether two such words are opposites.
  [[nodiscard]] bool opposite(std::size_t word, std::size_t other) const;

 private:
  struct Entry {
    std::vector<std::uint64_t> keys;
    bool closes = false;  ///< It ends a clause.
    std::size_t word = 0;
  };

  KeyMap<std::vector<Entry>> by_first_;
  std::vector<std::vector<std::size_t>> opposites_;
};

}  // namespace pith::grading
