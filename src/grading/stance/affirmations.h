// Points that deny something, said without their denial: "silence is enough" against `silence is
// not enough`.
#pragma once

#include <span>

#include "grading/stance/polarity.h"

namespace pith::grading {

/// Adds clauses of the answer that affirm what a clause of a point denies, in its own words, as
/// reversals. `presence` is used as scratch.
void add_affirmations(const Targets& targets, const Grains& text, std::span<const Mark> marks,
                      const Segments& segments, Presence& presence, Polarity& polarity);

}  // namespace pith::grading
