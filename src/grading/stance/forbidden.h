// What a point forbids, or says is not there, and an answer does.
#pragma once

#include "grading/stance/polarity.h"

namespace pith::grading {

/// Adds to the voids of each target the clauses that do what it forbids: "soak the pan" for `never
/// soak the pan`.
void add_forbidden(const Heard& heard, Polarity& polarity);

}  // namespace pith::grading
