// Orders and comparisons with their sides exchanged: "compare before you judge" against `judge
// before you compare`.
#pragma once

#include "grading/stance/polarity.h"

namespace pith::grading {

/// Adds what is said the other way round of two sides of a point, as reversals, and drops those of
/// an order that is exchanged twice ("compare after you judge").
void add_exchanges(const Heard& heard, Polarity& polarity);

}  // namespace pith::grading
