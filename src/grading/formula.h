// From the features of pairs to a probability for every target: the linear evidence of a pair, the
// joint decision over the stretches, and the constants of both.
#pragma once

#include <array>
#include <span>
#include <string>
#include <vector>

#include "grading/assignment.h"
#include "grading/features.h"

namespace pith::grading {

/// Fitted by scripts/fit-grader; see docs/grading.md.
struct Formula {
  std::array<double, kFeatureCount> weights;
  double bias;
  // The decision: offset + best · strongest pair + own · the pair assigned to the target.
  double offset;
  double best;
  double own;
  // The logit that is right as often as it says, from answers by other hands.
  double calibration_offset;
  double calibration_slope;
};

[[nodiscard]] const Formula& words_formula();    ///< By words alone.
[[nodiscard]] const Formula& meaning_formula();  ///< Words and meaning.

/// What speaks for a target.
struct Belief {
  double probability = 0.0;              ///< That the target is stated, uncalibrated.
  std::optional<std::size_t> window;     ///< The best stretch that is left to it.
  std::optional<std::size_t> taken;      ///< Window of its best pair, where another point has it.
  const std::string* learned = nullptr;  ///< The learned wording that `window` repeats.
};

/// Evidence of one pair. Short terms are judged by their surface: names that differ in one
/// character mean different things.
[[nodiscard]] double strength_of(const Pair& pair, const Target& target, const Window& window,
                                 const Formula& formula);

[[nodiscard]] std::vector<Belief> beliefs_of(const Targets& targets, const PairTable& table,
                                             const Segments& segments, const Formula& formula);

}  // namespace pith::grading
