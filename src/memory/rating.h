// How well a point was said becomes the rating that FSRS learns from.
#pragma once

#include "memory/fsrs.h"

namespace pith::memory {

/// What else is known about an answer.
struct Circumstances {
  bool hinted = false;  ///< A hint was shown first: Hard at most.
  bool easy = false;    ///< The learner called the answer easy: applies to points that were hit.
};

/// Good for full credit, Hard from half, Again below: FSRS counts Hard as recalled, so a failure is
/// never Hard. `credit` in [0, 1].
[[nodiscard]] constexpr Rating rating_for(double credit, Circumstances circumstances = {}) {
  if (credit < 0.5) {
    return Rating::again;
  }
  if (credit < 1.0 || circumstances.hinted) {
    return Rating::hard;
  }
  return circumstances.easy ? Rating::easy : Rating::good;
}

}  // namespace pith::memory
