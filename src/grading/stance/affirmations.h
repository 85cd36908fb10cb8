// Points that deny something, said without their denial: "silence is enough" against `silence is
// not enough`.
#pragma once

#include "grading/stance/polarity.h"

namespace pith::grading {

/// Adds clauses of the answer that affirm what a clause of a point denies, in its own words, as
/// reversals.
void add_affirmations(const Heard& heard, Polarity& polarity);

}  // namespace pith::grading
