// What makes a word that looks like a denial deny nothing where it stands: conditions, bounds,
// double negations, reasons, and what is said to disagree.
#pragma once

#include <cstddef>

#include "grading/stance/placed_cues.h"

namespace pith::grading {

/// Whether the cue of polarity number `cue` takes nothing from what it bears on.
[[nodiscard]] bool is_excused(const PlacedCues& cues, std::size_t cue);

}  // namespace pith::grading
