// Figures day by day, those without an answer included.
#pragma once

#include <cstddef>
#include <vector>

#include "statistics/statistics.h"

namespace pith::statistics {

/// The last `count` days up to today, ascending.
[[nodiscard]] std::vector<DayFigures> last_days(const Statistics& figures, std::size_t count);

}  // namespace pith::statistics
