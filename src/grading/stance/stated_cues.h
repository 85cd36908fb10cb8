// Cues that are a point's own words, said as they stand: they state the point and deny nothing.
#pragma once

#include "grading/stance/polarity.h"

namespace pith::grading {

/// Drops the voids whose cue states their target, or another one by more than the cue alone.
void drop_stated(const Heard& heard, Polarity& polarity);

}  // namespace pith::grading
