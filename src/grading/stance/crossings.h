// Comparisons that an answer gets crosswise: 邮轮在海上，列车在地上 against 邮轮在地上，列车在海上.
#pragma once

#include "grading/stance/polarity.h"

namespace pith::grading {

/// Adds what is said crosswise of two clauses of a point, as reversals.
void add_crossings(const Heard& heard, Polarity& polarity);

}  // namespace pith::grading
