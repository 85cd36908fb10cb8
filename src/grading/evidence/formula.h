// The linear evidence of one pair of a stretch and a target, and its constants.
#pragma once

#include <span>

#include "grading/evidence/features.h"

namespace pith::grading {

struct Weight {
  Feature feature;
  double weight;
};

/// Fitted by scripts/fit-formula; see docs/grading-fitting.md.
struct Formula {
  std::span<const Weight> weights;  ///< Of the features that count.
  double bias;
  // The decision on short terms: offset + best · strongest pair + own · the pair assigned to it.
  double offset;
  double best;
  double own;
  // The logit that is right as often as it says, from answers by other hands.
  double calibration_offset;
  double calibration_slope;
  double nothing_left;  ///< How often a point is rightly missed because no stretch was left to it.
};

[[nodiscard]] const Formula& words_formula();    ///< By words alone.
[[nodiscard]] const Formula& meaning_formula();  ///< Words and meaning.
[[nodiscard]] const Formula& formula_for(bool by_meaning);

/// Evidence of one pair. Short terms are judged by their surface: names that differ in one
/// character mean different things.
[[nodiscard]] double strength_of(const Pair& pair, const Target& target, const Window& window,
                                 const Formula& formula);

/// As statement_share(target), for one pair: where a word was put in another's place, what lies
/// between is a term; a stretch that names no kind is none (加油的钱 for 油费 beside 保险费).
[[nodiscard]] double statement_share(const Pair& pair, const Target& target);

}  // namespace pith::grading
