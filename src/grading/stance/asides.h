// Stretches of an answer that tell nothing of a point, whatever words they have.
#pragma once

#include <cstddef>
#include <vector>

#include "grading/stretches/segments.h"

namespace pith::grading {

/// The asides of an answer: how it would end otherwise, that it ends badly, that the rest is not
/// known or no use.
class Asides {
 public:
  /// `text` must outlive this.
  explicit Asides(const Passage& passage);

  /// Whether the grain is in an aside.
  [[nodiscard]] bool has(std::size_t grain) const { return aside_[grain]; }

  /// Whether a range has two Chinese characters, or anything else, that do more than hold others
  /// together.
  [[nodiscard]] bool tells(const Range& grains) const;

 private:
  const Grains& text_;
  std::vector<bool> telling_;  ///< By grain.
  std::vector<bool> aside_;    ///< By grain.
};

}  // namespace pith::grading
