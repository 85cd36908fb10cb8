#include "report/figures.h"

#include "memory/study_day.h"
#include "report/figure_cells.h"
#include "report/figure_facts.h"
#include "report/figure_tables.h"

namespace pith::report {

using statistics::Statistics;

std::vector<Figure> figures_of(const Statistics& s) {
  std::vector<Figure> figures;
  for (auto& facts : facts_of(s)) {
    figures.emplace_back(std::move(facts));
  }
  for (auto& table : tables_of(s)) {
    figures.emplace_back(std::move(table));
  }
  return figures;
}

const Column& column_of(statistics::Grouping grouping) {
  switch (grouping) {
    case statistics::Grouping::deck:
      return column::deck;
    case statistics::Grouping::tag:
      return column::tag;
    case statistics::Grouping::item:
      return column::item;
    case statistics::Grouping::point:
      return column::point;
    case statistics::Grouping::day:
      break;
  }
  return column::day;
}

Table groups_table(const std::vector<statistics::Group>& groups, statistics::Grouping grouping) {
  Table table{std::string(statistics::name_of(grouping)),
              Columns{column_of(grouping), column::name, column::items} + kEffort + kRecall +
                  Columns{column::expected_score, column::due_items},
              {}};
  for (const auto& group : groups) {
    table.rows.push_back(Row{group.key, group.name, group.items} + effort_cells(group.effort) +
                         recall_cells(group.recall) + Row{or_nothing(group.expected), group.due});
  }
  return table;
}

std::string statistics_json(const Statistics& s) {
  Json json{{"today", memory::iso_date(s.today)}, {"since", or_null(s.since, memory::iso_date)}};
  for (const auto& figure : figures_of(s)) {
    std::visit([&](const auto& each) { json[each.name] = to_json(each); }, figure);
  }
  return line(json) + '\n';
}

std::string statistics_csv(const Statistics& s) {
  std::string csv = "figure,row,column,value\r\n";
  for (const auto& figure : figures_of(s)) {
    csv += std::visit([](const auto& each) { return to_csv_rows(each); }, figure);
  }
  return csv;
}

}  // namespace pith::report
