#include "report/figure_cells.h"

#include <cstdint>

namespace pith::report {

Cell or_nothing(const std::optional<double>& value) {
  return value ? Cell(*value) : Cell();
}

Cell date_or_nothing(const std::optional<memory::StudyDay>& day) {
  return day ? Cell(memory::iso_date(*day)) : Cell();
}

Cell count_of(std::size_t number) {
  return static_cast<std::int64_t>(number);
}

Row operator+(Row row, const Row& more) {
  row.insert(row.end(), more.begin(), more.end());
  return row;
}

Row effort_cells(const statistics::Effort& effort) {
  return {effort.answers,    effort.points,       effort.reviews,
          effort.new_points, effort.seconds / 60, or_nothing(effort.score())};
}

Row recall_cells(const statistics::Recall& recall) {
  return {recall.reviews, recall.recalled, or_nothing(recall.share()),
          or_nothing(recall.mean_predicted()), or_nothing(recall.mean_desired())};
}

Columns operator+(Columns columns, std::span<const Column> more) {
  columns.insert(columns.end(), more.begin(), more.end());
  return columns;
}

}  // namespace pith::report
