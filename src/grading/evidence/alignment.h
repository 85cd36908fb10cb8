// How much of a wording stands in a stretch in its order, and what was put in its place.
#pragma once

#include <span>

#include "grading/stretches/targets.h"
#include "grading/words/grains.h"

namespace pith::grading {

struct Alignment {
  double coverage = 0.0;     ///< Weighted share of the wording that matches, [0, 1].
  bool substituted = false;  ///< Something else stands where a part of the wording should.
  bool turned = false;       ///< Something denies it, or a character has its opposite in its place.
  Range wanted;              ///< That part, in grains of the wording.
  Range found;               ///< What stands there, in grains of the text.
};

/// Aligns a wording with the grains of `text` in `range` by longest matching runs (Ratcliff and
/// Obershelp). Where the question asks for a denial, that of the wording goes without saying.
[[nodiscard]] Alignment align(const Wording& wording, const Grains& text, const Range& range,
                              bool asks_denial);

}  // namespace pith::grading
