// The figures that are one row each. Internal to the figures.
#pragma once

#include <vector>

#include "report/table.h"
#include "statistics/statistics.h"

namespace pith::report {

/// In the order of docs/stats.md.
[[nodiscard]] std::vector<Facts> facts_of(const statistics::Statistics& figures);

}  // namespace pith::report
