// Orders and comparisons with their sides exchanged: "compare before you judge" against `judge
// before you compare`.
#pragma once

#include <span>

#include "grading/stance/polarity.h"

namespace pith::grading {

/// Adds what is said the other way round of two sides of a point, as reversals, and drops those of
/// an order that is exchanged twice ("compare after you judge"). `presence` tells where the answer
/// has words of the item.
void add_exchanges(const Targets& targets, const Grains& text, std::span<const Mark> marks,
                   const Segments& segments, const Presence& presence, Polarity& polarity);

}  // namespace pith::grading
