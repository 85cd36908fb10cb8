// What an answer turns round: an opposite stands in the place of a word.
#pragma once

#include <span>
#include <vector>

#include "grading/stance/polarity.h"
#include "grading/stretches/presence.h"
#include "grading/stretches/segments.h"
#include "grading/stretches/targets.h"

namespace pith::grading {

/// Adds to the voids of each target the clauses that say its opposite, and takes those back that
/// deny the opposite. `presence` is used as scratch.
void add_reversals(const Targets& targets, const Grains& text, std::span<const Mark> marks,
                   const Segments& segments, Presence& presence, Polarity& polarity);

}  // namespace pith::grading
