// The figures that are tables. Internal to the figures.
#pragma once

#include <vector>

#include "report/table.h"
#include "statistics/statistics.h"

namespace pith::report {

/// In the order of docs/stats.md.
[[nodiscard]] std::vector<Table> tables_of(const statistics::Statistics& figures);

}  // namespace pith::report
