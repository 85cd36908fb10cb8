#include "cli/schedule/item_account_json.h"

#include <cstddef>
#include <string_view>

#include "base/json.h"

namespace pith::cli {
namespace {

using base::Json;
using base::or_null;
using memory::iso_date;

std::string_view name_of(memory::Counts counts) {
  return counts == memory::Counts::review            ? "review"
         : counts == memory::Counts::same_day_review ? "same_day_review"
                                                     : "logged_only";
}

Json review_json(const history::TraceStep& step, const history::PointStep& point) {
  const auto& answer = std::get<history::Answer>(step.event.body);
  return {{"answer", to_string(step.event.stamp.id)},
          {"day", iso_date(step.event.stamp.when.day)},
          {"mode", history::name_of(answer.mode)},
          {"verdict", grading::name_of(point.verdict)},
          {"automatic", grading::name_of(automatic_verdict(step, point))},
          {"credit", point.credit},
          {"hints", answer.hints},
          {"rating", static_cast<int>(point.rating)},
          {"counts", name_of(point.counts)},
          {"delta_days", point.delta_days},
          {"retrievability", or_null(point.retrievability)},
          {"stability", or_null(point.state, &memory::MemoryState::stability)},
          {"difficulty", or_null(point.state, &memory::MemoryState::difficulty)}};
}

Json point_account(const ItemAccount& account, std::size_t index) {
  const auto& point = account.item->points[index];
  const auto& scheduled = account.candidate.memory.points[index];
  const auto& state = scheduled.memory.state;
  const memory::ForgettingCurve curve(account.parameters);
  Json json = {
      {"id", point.id},
      {"name", point.name},
      {"weight", point.weight},
      {"suspended", scheduled.suspended},
      {"stability", or_null(state, &memory::MemoryState::stability)},
      {"difficulty", or_null(state, &memory::MemoryState::difficulty)},
      {"retrievability",
       state ? Json(memory::retrievability(scheduled.memory, curve, account.today)) : Json()},
      {"floor_due",
       account.reckoning ? or_null(account.reckoning->floor_days[index], iso_date) : Json()},
      {"lapses", scheduled.memory.lapses},
      {"leech", memory::is_leech(scheduled.memory)},
      {"reviews", Json::array()}};
  for (const auto& step : account.steps) {
    for (const auto& each : step.points) {
      if (each.point == point.id) {
        json["reviews"].push_back(review_json(step, each));
      }
    }
  }
  return json;
}

}  // namespace

Json to_json(const ItemAccount& account) {
  const auto& reckoning = account.reckoning;
  Json json = {{"item", deck::full_id(*account.item)},
               {"today", iso_date(account.today)},
               {"due", or_null(account.candidate.due, iso_date)},
               {"rule", name_of(rule_of(account))},
               {"desired_retention", account.options.desired_retention},
               {"floor", or_null(reckoning, &memory::Reckoning::floor)},
               {"last_review", reckoning ? Json(iso_date(reckoning->last_review)) : Json()},
               {"score_today", or_null(score_on(account, account.today))},
               {"score_on_due", or_null(score_on(account, account.candidate.due))},
               {"score_due", reckoning ? Json(iso_date(reckoning->score_day)) : Json()},
               {"score_interval_days", or_null(reckoning, &memory::Reckoning::score_interval)},
               {"score_interval_fuzzed_days", or_null(reckoning, days_to_score_due)},
               {"parameters", account.parameters},
               {"default_parameters", account.parameters == memory::kDefaultParameters},
               {"points", Json::array()},
               {"events", Json::array()}};
  for (std::size_t i = 0; i < account.item->points.size(); ++i) {
    json["points"].push_back(point_account(account, i));
  }
  for (const auto& step : account.steps) {
    json["events"].push_back({{"id", to_string(step.event.stamp.id)},
                              {"day", iso_date(step.event.stamp.when.day)},
                              {"kind", history::kind_of(step.event.body)}});
  }
  return json;
}

}  // namespace pith::cli
