// What a point forbids, or says is not there, and an answer does.
#pragma once

#include <span>

#include "grading/stance/polarity.h"
#include "grading/stretches/presence.h"
#include "grading/stretches/segments.h"
#include "grading/stretches/targets.h"

namespace pith::grading {

/// Adds to the voids of each target the clauses that do what it forbids: "soak the pan" for `never
/// soak the pan`. `presence` is used as scratch.
void add_forbidden(const Targets& targets, const Grains& text, std::span<const Mark> marks,
                   const Segments& segments, Presence& presence, Polarity& polarity);

}  // namespace pith::grading
