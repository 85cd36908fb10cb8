// Histograms. Internal to this folder.
#pragma once

#include <span>
#include <vector>

#include "statistics/statistics.h"

namespace pith::statistics {

/// Counts of the values from each edge to the next, from the last one on; median and 90th
/// percentile are the smallest values that at least half, or 90 %, of them do not exceed. `edges`
/// ascend; what is below the first counts in the first bin.
[[nodiscard]] Distribution distribution_of(std::vector<double> values,
                                           std::initializer_list<double> edges);

}  // namespace pith::statistics
