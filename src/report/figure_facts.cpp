#include "report/figure_facts.h"

#include <string>

#include "grading/verdict.h"
#include "report/figure_cells.h"

namespace pith::report {
namespace {

using statistics::Statistics;

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
  for (const auto verdict : grading::kVerdicts) {
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
  const auto overruled = s.grader.overruled();
  return facts(
      "grader", {"graded_points", "overruled", "raised", "lowered", "overruled_share"},
      {graded, overruled, s.grader.raised, s.grader.lowered,
       graded > 0 ? Cell(static_cast<double>(overruled) / static_cast<double>(graded)) : Cell()});
}

Facts forecast_facts(const Statistics& s) {
  return facts("load", {"overdue_items", "due_today", "items_a_day"},
               {s.forecast.overdue, s.forecast.due[0], s.forecast.load});
}

}  // namespace

std::vector<Facts> facts_of(const Statistics& s) {
  return {today_facts(s),       streak_facts(s),    period_facts(s),
          verdict_facts(s),     knowledge_facts(s), forecast_facts(s),
          answer_time_facts(s), grader_facts(s),    calibration_facts(s)};
}

}  // namespace pith::report
