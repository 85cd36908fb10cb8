// The first four parameters: how stable a card is after its first rating, before training.
#pragma once

#include <array>
#include <span>

#include "memory/first_waits.h"

namespace pith::memory {

/// Of Again, Hard, Good, Easy.
using RatingCounts = std::array<int, 4>;
using Stabilities = std::array<double, 4>;  ///< Days.

/// Cards of each first rating.
[[nodiscard]] RatingCounts cards_by_first_rating(std::span<const FirstWait> waits);

/// Fits the forgetting curve of the defaults to each first rating's waits, then orders and fills.
/// `mean_recall`: share recalled of all predictions, towards which rare waits are smoothed.
/// Requires: at least one wait.
[[nodiscard]] Stabilities initial_stabilities(std::span<const FirstWait> waits, double mean_recall);

/// Makes the stabilities ascend (the rating with fewer cards gives way) and fills in those without
/// cards from the others. Requires: a count above 0.
[[nodiscard]] Stabilities ordered_and_filled(Stabilities stabilities, const RatingCounts& counts);

}  // namespace pith::memory
