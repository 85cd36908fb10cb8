// What the rows of facts and tables are put together from. Internal to the figures.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "memory/study_day.h"
#include "report/columns.h"
#include "report/table.h"
#include "statistics/statistics.h"

namespace pith::report {

[[nodiscard]] Cell or_nothing(const std::optional<double>& value);
[[nodiscard]] Cell date_or_nothing(const std::optional<memory::StudyDay>& day);
[[nodiscard]] Cell count_of(std::size_t number);

using Row = std::vector<Cell>;
[[nodiscard]] Row operator+(Row row, const Row& more);

using Columns = std::vector<Column>;
[[nodiscard]] Columns operator+(Columns columns, std::span<const Column> more);

/// What was done.
inline constexpr std::array kEffort = {column::answers,    column::points,  column::reviews,
                                       column::new_points, column::minutes, column::score};
[[nodiscard]] Row effort_cells(const statistics::Effort& effort);

/// What was recalled.
inline constexpr std::array kRecall = {column::retention_reviews, column::recalled,
                                       column::true_retention, column::predicted, column::desired};
[[nodiscard]] Row recall_cells(const statistics::Recall& recall);

}  // namespace pith::report
