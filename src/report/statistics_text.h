// Statistics as plain text with drawings, for a terminal of any width.
#pragma once

#include <string>
#include <vector>

#include "report/text.h"
#include "statistics/groups.h"
#include "statistics/statistics.h"

namespace pith::report {

/// Everything worth looking at; what has no data is left out.
[[nodiscard]] std::string statistics_text(const statistics::Statistics& figures,
                                          const TextOptions& options = {});

/// The rows of `--by`, with as many columns as there is room for.
[[nodiscard]] std::string groups_text(const std::vector<statistics::Group>& groups,
                                      statistics::Grouping grouping,
                                      const TextOptions& options = {});

}  // namespace pith::report
