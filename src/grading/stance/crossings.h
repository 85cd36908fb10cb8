// Comparisons that an answer gets crosswise: 邮轮在海上，列车在地上 against 邮轮在地上，列车在海上.
#pragma once

#include <span>

#include "grading/stance/polarity.h"

namespace pith::grading {

/// Adds what is said crosswise of two clauses of a point, as reversals. `presence` tells where the
/// answer has words of the item.
void add_crossings(const Targets& targets, const Segments& segments, const Presence& presence,
                   Polarity& polarity);

}  // namespace pith::grading
