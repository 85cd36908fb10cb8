// How much of a text its question does not have.
#pragma once

#include <span>
#include <vector>

#include "grading/stretches/targets.h"

namespace pith::grading {

constexpr double kFrequencyWeight = 0.6;  ///< Stands for the rarity of a word in the language.

/// Sums over ranges of what a text says beyond its question.
class Novelty {
 public:
  Novelty(const Targets& targets, const Grains& text, std::span<const Mark> marks);

  [[nodiscard]] double in(const Range& range) const {
    return sums_[range.end] - sums_[range.begin];
  }

 private:
  std::vector<double> sums_;
};

}  // namespace pith::grading
