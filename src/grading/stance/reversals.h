// What an answer turns round: an opposite stands in the place of a word.
#pragma once

#include "grading/stance/polarity.h"

namespace pith::grading {

/// Adds to the voids of each target the clauses that say its opposite, and takes those back that
/// deny the opposite.
void add_reversals(const Heard& heard, Polarity& polarity);

}  // namespace pith::grading
