#include "report/json.h"

#include <array>

#include <fmt/format.h>

#include "grading/grader.h"
#include "grading/reason.h"
#include "grading/verdict.h"
#include "memory/study_day.h"
#include "text/display.h"

namespace pith::report {
namespace {

Json evidence_json(const std::optional<grading::Span>& span, std::string_view answer) {
  if (!span || span->end > answer.size() || span->begin > span->end) {
    return nullptr;
  }
  return {{"begin", span->begin},
          {"end", span->end},
          {"text", answer.substr(span->begin, span->end - span->begin)}};
}

Json grader_json(const history::Versions& versions) {
  if (versions.grader.empty()) {
    return nullptr;
  }
  Json json{{"version", versions.grader}, {"encoder", versions.encoder}};
  if (!versions.judge.empty()) {
    json["judge"] = versions.judge;
  }
  return json;
}

Json points_shown_json(const deck::Item& item, const std::vector<std::size_t>& shown) {
  auto points = Json::array();
  for (const auto index : shown) {
    points.push_back({{"id", item.points.at(index).id}, {"name", item.points.at(index).name}});
  }
  return points;
}

}  // namespace

std::string line(const Json& json) {
  return text::with_hidden_escaped(json.dump(-1, ' ', false, Json::error_handler_t::replace));
}

Json grade_json(const deck::Item& item, std::string_view answer, const grading::Grade& grade,
                const std::string& encoder) {
  auto points = Json::array();
  for (std::size_t p = 0; p < grade.points.size(); ++p) {
    points.push_back(point_json(item.points.at(p), grade.points[p], answer));
  }
  Json json{{"item", deck::full_id(item)},
            {"score", grade.score},
            {"points", std::move(points)},
            {"grader", {{"version", grading::kGraderVersion}, {"encoder", encoder}}}};
  if (grade.cut) {
    json["cut"] = true;
  }
  return json;
}

Json point_json(const deck::Point& point, const grading::PointResult& graded,
                std::string_view answer) {
  return {{"id", point.id},
          {"name", point.name},
          {"weight", point.weight},
          {"verdict", grading::name_of(graded.verdict)},
          {"credit", graded.credit},
          {"confidence", graded.confidence},
          {"evidence", evidence_json(graded.evidence, answer)},
          {"reason",
           {{"code", graded.reason.code},
            {"args", graded.reason.args},
            {"text", grading::text_of(graded.reason)}}}};
}

Json result_json(const session::Result& result) {
  auto points = Json::array();
  for (const auto& outcome : result.points) {
    auto json = point_json(result.item->points.at(outcome.point), outcome.graded, result.answer);
    json["verdict"] = grading::name_of(outcome.verdict);
    json["credit"] = outcome.credit;
    json["automatic"] = grading::name_of(outcome.graded.verdict);
    json["rating"] = memory::name_of(outcome.rating);
    if (outcome.overruled()) {
      json["learned"] = or_null(outcome.taught);
    }
    points.push_back(std::move(json));
  }
  return {{"item", deck::full_id(*result.item)},
          {"score", result.score},
          {"passed", result.passed},
          {"points", std::move(points)},
          {"shown", points_shown_json(*result.item, result.shown)},
          {"grader", grader_json(result.versions)},
          {"answer", result.answer},
          {"answer_id", history::to_string(result.event)},
          {"hints", result.hints},
          {"seconds", result.seconds},
          {"time_over", result.time_over},
          {"cut", result.cut},
          {"due", or_null(result.due, memory::iso_date)}};
}

Json question_json(const session::Question& question) {
  const auto& item = *question.item;
  auto choices = Json::array();
  for (const auto option : question.options) {
    choices.push_back(
        {{"letter", session::letter_of(option)}, {"text", item.choices.at(option).text}});
  }
  return {{"item", deck::full_id(item)},
          {"kind", deck::name_of(item.kind)},
          {"language", item.language},
          {"number", question.number},
          {"total", question.total},
          {"why", name_of(question.why)},
          {"section", question.section.empty() ? Json(nullptr) : Json(question.section)},
          {"question", question.text},
          {"points", question.asked.size()},
          {"shown", points_shown_json(item, question.shown)},
          {"choices", std::move(choices)},
          {"hints_left", question.more_hints ? item.hints.size() - question.hints.size() : 0},
          {"time_limit", seconds_json(question.time_limit)}};
}

Json summary_json(const session::Summary& summary) {
  Json points = Json::object();
  for (const auto verdict : grading::kVerdicts) {
    points[std::string(grading::name_of(verdict))] = summary.of(verdict);
  }
  return {{"mode", history::name_of(summary.mode)},
          {"answers", summary.answers},
          {"items", summary.items},
          {"score", summary.answers > 0 ? Json(summary.score) : Json(nullptr)},
          {"points", std::move(points)},
          {"skipped", summary.skipped},
          {"left", summary.left},
          {"again", summary.again},
          {"time_over", summary.time_over},
          {"seconds", summary.seconds}};
}

Json seconds_json(const std::optional<std::chrono::seconds>& seconds) {
  return seconds ? Json(seconds->count()) : Json(nullptr);
}

std::string_view name_of(session::Why why) {
  constexpr std::array<std::string_view, 5> kNames = {"due", "new", "practice", "again",
                                                      "follow-up"};
  return kNames.at(static_cast<std::size_t>(why));
}

}  // namespace pith::report
