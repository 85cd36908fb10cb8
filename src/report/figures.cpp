#include "report/figures.h"

#include <array>
#include <span>

#include <fmt/format.h>

#include "grading/verdict.h"
#include "memory/study_day.h"
#include "report/columns.h"

namespace pith::report {
namespace {

using grading::kVerdicts;
using memory::iso_date;
using statistics::Statistics;

Cell or_nothing(const std::optional<double>& value) {
  return value ? Cell(*value) : Cell();
}

Cell date_or_nothing(const std::optional<memory::StudyDay>& day) {
  return day ? Cell(iso_date(*day)) : Cell();
}

Cell count_of(std::size_t number) {
  return static_cast<std::int64_t>(number);
}

using Row = std::vector<Cell>;

Row operator+(Row row, const Row& more) {
  row.insert(row.end(), more.begin(), more.end());
  return row;
}

constexpr std::array kEffort = {column::answers,    column::points,  column::reviews,
                                column::new_points, column::minutes, column::score};
Row effort_cells(const statistics::Effort& effort) {
  return {effort.answers,    effort.points,       effort.reviews,
          effort.new_points, effort.seconds / 60, or_nothing(effort.score())};
}

constexpr std::array kRecall = {column::retention_reviews, column::recalled, column::true_retention,
                                column::predicted, column::desired};
Row recall_cells(const statistics::Recall& recall) {
  return {recall.reviews, recall.recalled, or_nothing(recall.share()),
          or_nothing(recall.mean_predicted()), or_nothing(recall.mean_desired())};
}

using Columns = std::vector<Column>;

Columns operator+(Columns columns, std::span<const Column> more) {
  columns.insert(columns.end(), more.begin(), more.end());
  return columns;
}

/// Of what was done and recalled, behind other keys.
std::vector<std::string> effort_and_recall(std::vector<std::string> keys) {
  for (const auto& each : Columns() + kEffort + kRecall) {
    keys.emplace_back(each.key);
  }
  return keys;
}

Facts facts(std::string name, const std::vector<std::string>& keys, const Row& row) {
  Facts result{std::move(name), {}};
  for (std::size_t i = 0; i < keys.size(); ++i) {
    result.values.emplace_back(keys[i], row.at(i));
  }
  return result;
}

Facts today_facts(const Statistics& s) {
  return facts("done_today", effort_and_recall({}),
               effort_cells(s.done_today.effort) + recall_cells(s.done_today.recall));
}

Facts period_facts(const Statistics& s) {
  return facts("period", effort_and_recall({"days"}),
               Row{count_of(s.days.size())} + effort_cells(s.effort) + recall_cells(s.recall));
}

Facts streak_facts(const Statistics& s) {
  return facts("streak", {"current", "forgiven", "longest"},
               {std::int64_t{s.streak.current}, std::int64_t{s.streak.forgiven},
                std::int64_t{s.streak.longest}});
}

Facts knowledge_facts(const Statistics& s) {
  const auto& known = s.knowledge;
  return facts("knowledge",
               {"items", "known_items", "points", "new_points", "young_points", "mature_points",
                "leeches", "median_stability", "median_difficulty", "expected_score"},
               {known.items, known.known_items, known.points,
                known.points - known.young - known.mature, known.young, known.mature, known.leeches,
                or_nothing(known.stability.median), or_nothing(known.difficulty.median),
                s.expected.empty() ? Cell() : Cell(s.expected.back().score)});
}

Facts verdict_facts(const Statistics& s) {
  Facts result{"verdicts", {}};
  for (const auto verdict : kVerdicts) {
    result.values.emplace_back(grading::name_of(verdict),
                               s.verdicts.at(static_cast<std::size_t>(verdict)));
  }
  return result;
}

Facts calibration_facts(const Statistics& s) {
  return facts("calibration_error", {"rmse_bins", "log_loss"},
               {or_nothing(s.calibration.rmse), or_nothing(s.calibration.log_loss)});
}

Facts answer_time_facts(const Statistics& s) {
  const auto& times = s.answer_seconds;
  return facts("answer_time", {"answers", "median_seconds", "p90_seconds"},
               {times.count, or_nothing(times.median), or_nothing(times.p90)});
}

Facts grader_facts(const Statistics& s) {
  const auto graded = s.grader.graded;
  const auto overruled = s.grader.raised + s.grader.lowered;
  return facts(
      "grader", {"graded_points", "overruled", "raised", "lowered", "overruled_share"},
      {graded, overruled, s.grader.raised, s.grader.lowered,
       graded > 0 ? Cell(static_cast<double>(overruled) / static_cast<double>(graded)) : Cell()});
}

Facts forecast_facts(const Statistics& s) {
  return facts("load", {"overdue_items", "due_today", "items_a_day"},
               {s.forecast.overdue, s.forecast.due[0], s.forecast.load});
}

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

std::vector<Figure> figures_of(const Statistics& s) {
  return {today_facts(s),
          streak_facts(s),
          period_facts(s),
          verdict_facts(s),
          knowledge_facts(s),
          forecast_facts(s),
          answer_time_facts(s),
          grader_facts(s),
          calibration_facts(s),
          days_table(s),
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
  Json json{{"today", iso_date(s.today)}, {"since", or_null(s.since, iso_date)}};
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
