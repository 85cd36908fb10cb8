// What an answer turns round: an opposite stands in the place of a word.
#pragma once

#include <vector>

#include "grading/polarity.h"
#include "grading/segments.h"
#include "grading/targets.h"

namespace pith::grading {

/// Adds to the voids of each target the clauses that say its opposite. `presence` is used as
/// scratch.
void add_reversals(const Targets& targets, const Grains& text, const Segments& segments,
                   Presence& presence, std::vector<std::vector<Void>>& voids);

}  // namespace pith::grading
