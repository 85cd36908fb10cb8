// Where speech without punctuation pauses, as far as the words on both sides tell.
#pragma once

#include <cstddef>
#include <string_view>

#include "grading/words/grains.h"
#include "grading/words/key_map.h"

namespace pith::grading {

/// A logistic model of what stands before and behind the end of a clause (scripts/fit-boundaries).
class Boundaries {
 public:
  /// The compiled-in table, data/boundaries.tsv.
  static const Boundaries& general();

  /// Entries `words before| <tab> weight` and `|words behind <tab> weight`; other lines are
  /// ignored. Throws std::invalid_argument for a weight that is no number.
  explicit Boundaries(std::string_view table);

  /// The log-odds that a clause begins at a grain that is not the first, up to a constant of the
  /// language.
  [[nodiscard]] double odds(const Grains& text, std::size_t at) const;

 private:
  KeyMap<float> before_;
  KeyMap<float> behind_;
};

}  // namespace pith::grading
