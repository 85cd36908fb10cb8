#include "report/figure_tables.h"

#include <chrono>
#include <string>

#include "grading/verdict.h"
#include "history/events.h"
#include "memory/study_day.h"
#include "report/figure_cells.h"

namespace pith::report {
namespace {

using grading::kVerdicts;
using memory::iso_date;
using statistics::Statistics;

Table days_table(const Statistics& s) {
  Table table{"days", Columns{column::day} + kEffort + kRecall, {}};
  for (const auto& day : s.days) {
    table.rows.push_back(Row{iso_date(day.day)} + effort_cells(day.effort) +
                         recall_cells(day.recall));
  }
  return table;
}

Table forecast_table(const Statistics& s) {
  Table table{"forecast", {column::day, column::due_items}, {}};
  auto day = s.today;
  for (const auto due : s.forecast.due) {
    table.rows.push_back({iso_date(day), due});
    day += std::chrono::days{1};
  }
  return table;
}

Table retention_table(const Statistics& s) {
  Table table{"true_retention",
              {column::period, column::young_reviews, column::young, column::mature_reviews,
               column::mature, column::reviews, column::all},
              {}};
  for (const auto& row : s.true_retention) {
    auto all = row.young;
    all += row.mature;
    table.rows.push_back({std::string(row.period), row.young.reviews, or_nothing(row.young.share()),
                          row.mature.reviews, or_nothing(row.mature.share()), all.reviews,
                          or_nothing(all.share())});
  }
  return table;
}

Table ages_table(const Statistics& s) {
  Table table{"retention_by_age", Columns{column::from_days, column::to_days} + kRecall, {}};
  for (const auto& age : s.ages) {
    table.rows.push_back(
        Row{std::int64_t{age.from}, age.to ? Cell(std::int64_t{*age.to}) : Cell()} +
        recall_cells(age.recall));
  }
  return table;
}

Table calibration_table(const Statistics& s) {
  Table table{"calibration", Columns{column::from, column::to} + kRecall, {}};
  for (const auto& bin : s.calibration.bins) {
    table.rows.push_back(Row{bin.from, bin.to} + recall_cells(bin.recall));
  }
  return table;
}

Table expected_table(const Statistics& s) {
  Table table{"expected_score", {column::day, column::known_items, column::expected_score}, {}};
  for (const auto& day : s.expected) {
    table.rows.push_back({iso_date(day.day), day.items, day.score});
  }
  return table;
}

Table distribution_table(const std::string& name, const statistics::Distribution& found) {
  Table table{name, {column::from, column::to, column::count}, {}};
  for (const auto& bin : found.bins) {
    table.rows.push_back({bin.from, or_nothing(bin.to), bin.count});
  }
  return table;
}

Table hours_table(const Statistics& s) {
  Table table{
      "time_of_day", Columns{column::from_hour, column::to_hour, column::stands_out} + kRecall, {}};
  for (const auto& [from, to, recall] : s.hours) {
    table.rows.push_back(
        Row{std::int64_t{from}, std::int64_t{to}, std::int64_t{s.best_hours == from ? 1 : 0}} +
        recall_cells(recall));
  }
  return table;
}

Table overrules_table(const Statistics& s) {
  Table table{"overrules", {column::automatic, column::final_, column::points}, {}};
  for (const auto automatic : kVerdicts) {
    for (const auto final : kVerdicts) {
      const auto count = s.grader.verdicts.at(static_cast<std::size_t>(automatic))
                             .at(static_cast<std::size_t>(final));
      if (automatic != final && count > 0) {
        table.rows.push_back({std::string(grading::name_of(automatic)),
                              std::string(grading::name_of(final)), count});
      }
    }
  }
  return table;
}

Table weakest_table(const Statistics& s) {
  Table table{"weakest",
              {column::item, column::question, column::point, column::name, column::reviews,
               column::failed, column::lapses, column::retrievability, column::said},
              {}};
  for (const auto& weak : s.weakest) {
    const auto& point = s.points[weak.point];
    const auto& item = s.items[point.item];
    table.rows.push_back({history::full_id(item.id), item.question, point.id, point.name,
                          point.reviews, point.failed, std::int64_t{point.memory.lapses},
                          point.memory.state ? Cell(point.retrievability) : Cell(), weak.said});
  }
  return table;
}

Table confused_table(const Statistics& s) {
  Table table{"confused",
              {column::asked_item, column::asked_point, column::said_item, column::said_point,
               column::times},
              {}};
  for (const auto& each : s.confused) {
    table.rows.push_back(
        {each.asked_item, each.asked_point, each.said_item, each.said_point, each.times});
  }
  return table;
}

Table learn_next_table(const Statistics& s) {
  Table table{
      "learn_next", {column::item, column::question, column::expected_score, column::due}, {}};
  for (const auto index : s.learn_next) {
    const auto& item = s.items[index];
    table.rows.push_back({history::full_id(item.id), item.question, or_nothing(item.expected),
                          date_or_nothing(item.due)});
  }
  return table;
}

Table exams_table(const Statistics& s) {
  Table table{"exams", {column::day, column::session, column::questions, column::score}, {}};
  for (const auto& exam : s.exams) {
    table.rows.push_back(
        {iso_date(exam.day), history::to_string(exam.session), exam.questions, exam.score});
  }
  return table;
}

}  // namespace

std::vector<Table> tables_of(const Statistics& s) {
  return {days_table(s),
          forecast_table(s),
          expected_table(s),
          retention_table(s),
          ages_table(s),
          calibration_table(s),
          distribution_table("stability", s.knowledge.stability),
          distribution_table("difficulty", s.knowledge.difficulty),
          distribution_table("answer_seconds", s.answer_seconds),
          hours_table(s),
          overrules_table(s),
          weakest_table(s),
          confused_table(s),
          learn_next_table(s),
          exams_table(s)};
}

}  // namespace pith::report
