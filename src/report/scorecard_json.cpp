#include "report/scorecard_json.h"

#include "memory/study_day.h"
#include "report/words.h"

namespace pith::report {
namespace {

Json weaknesses_json(const std::vector<Weakness>& weaknesses) {
  auto list = Json::array();
  for (const auto& weak : weaknesses) {
    list.push_back({{"item", weak.item},
                    {"point", weak.point},
                    {"detail", weak.detail},
                    {"loss", weak.loss},
                    {"missed", weak.missed},
                    {"asked", weak.asked}});
  }
  return list;
}

Json topics_json(const std::vector<TopicMark>& topics) {
  auto list = Json::array();
  for (const auto& topic : topics) {
    list.push_back(
        {{"topic", topic.topic}, {"questions", topic.questions}, {"score", topic.score}});
  }
  return list;
}

Json earlier_json(const std::vector<Earlier>& earlier) {
  auto list = Json::array();
  for (const auto& each : earlier) {
    list.push_back({{"day", memory::iso_date(each.day)},
                    {"questions", each.questions},
                    {"score", each.score},
                    {"shared", each.shared},
                    {"shared_then", each.shared_then},
                    {"shared_now", each.shared_now}});
  }
  return list;
}

Json point_mark_json(const PointMark& point) {
  return {{"id", point.id},
          {"name", point.name},
          {"weight", point.weight},
          {"verdict", grading::name_of(point.verdict)},
          {"credit", point.credit},
          {"confidence", point.confidence},
          {"rating", memory::name_of(point.rating)},
          {"evidence", point.evidence.empty() ? Json(nullptr) : Json(point.evidence)}};
}

Json mark_json(const Mark& mark) {
  Json json{{"item", mark.item},
            {"question", mark.question},
            {"topic", mark.topic},
            {"section", mark.section.empty() ? Json(nullptr) : Json(mark.section)},
            {"why", name_of(mark.why)},
            {"outcome", outcome_of(mark)}};
  if (mark.state == State::answered) {
    auto points = Json::array();
    for (const auto& point : mark.points) {
      points.push_back(point_mark_json(point));
    }
    json.update({{"answer_id", mark.answer_id},
                 {"answer", mark.answer},
                 {"score", mark.score},
                 {"seconds", mark.seconds},
                 {"time_over", mark.time_over},
                 {"hints", mark.hints},
                 {"points", std::move(points)}});
  }
  return json;
}

}  // namespace

Json scorecard_json(const Scorecard& card) {
  return {{"title", card.title},
          {"mode", history::name_of(card.mode)},
          {"session", card.session},
          {"day", memory::iso_date(card.when.day)},
          {"score", card.questions > 0 ? Json(card.score) : Json(nullptr)},
          {"pass", card.pass},
          {"passed", card.passed},
          {"questions", card.questions},
          {"answered", card.answered},
          {"with_follow_ups", or_null(card.with_follow_ups)},
          {"seconds", card.seconds},
          {"time", seconds_json(card.time)},
          {"over_time", card.over_time},
          {"topics", topics_json(card.topics)},
          {"missed_most", weaknesses_json(card.missed_most)},
          {"learn_next", weaknesses_json(card.learn_next)},
          {"earlier", earlier_json(card.earlier)}};
}

std::string to_json(const Scorecard& card) {
  auto json = scorecard_json(card);
  auto marks = Json::array();
  for (const auto& mark : card.marks) {
    marks.push_back(mark_json(mark));
  }
  json["marks"] = std::move(marks);
  return line(json) + '\n';
}

}  // namespace pith::report
