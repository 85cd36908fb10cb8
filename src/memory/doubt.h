// How sure the parameters of a learner are, by the reviews they were found by.
#pragma once

#include <span>

#include "memory/evaluation.h"
#include "memory/parameters.h"

namespace pith::memory {

/// Standard deviation of the logarithm of the factor by which all stabilities may be wrong, about 1
/// without any predictions: how much the reviews tell of that factor (their Fisher information),
/// with a prior, and widened for what else the parameters may have wrong (docs/memory.md).
[[nodiscard]] double doubt_about(std::span<const Prediction> predictions,
                                 const Parameters& parameters);

}  // namespace pith::memory
