// Statistics as facts and tables, under the names that docs/stats.md defines.
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "report/table.h"
#include "statistics/groups.h"
#include "statistics/statistics.h"

namespace pith::report {

using Figure = std::variant<Facts, Table>;

/// Every figure, in the order of docs/stats.md.
[[nodiscard]] std::vector<Figure> figures_of(const statistics::Statistics& figures);

/// What says which group a row is: `deck`, `day`, …
[[nodiscard]] const Column& column_of(statistics::Grouping grouping);

/// The table of `--by`.
[[nodiscard]] Table groups_table(const std::vector<statistics::Group>& groups,
                                 statistics::Grouping grouping);

/// One object: `today`, `since` and a key a figure. One line with its end.
[[nodiscard]] std::string statistics_json(const statistics::Statistics& figures);

/// `figure,row,column,value` for every figure.
[[nodiscard]] std::string statistics_csv(const statistics::Statistics& figures);

}  // namespace pith::report
