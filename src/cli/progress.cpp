#include "cli/progress.h"

#include <algorithm>

#include "cli/config.h"
#include "cli/history_file.h"
#include "grading/verdict.h"
#include "memory/due.h"

namespace pith::cli {

Progress::Progress(const Context& context)
    : history_(history_file(context), {.read_only = true}),
      parameters_(history_.parameters()),
      curve_(parameters_) {
  const auto config = load_config(context.paths.config / "config.yaml");
  wishes_ = {config.floor, config.maximum_interval, config.fuzz};
  today_ = study_day(context.now(), config);
}

ItemProgress Progress::of(const deck::Item& item) const {
  const auto* known = state(item);
  if (known == nullptr) {
    return {};
  }
  const auto candidate = session::candidate_for(item, *known, parameters_, wishes_);
  const auto& points = candidate.memory.points;
  const auto off = std::ranges::count(points, true, &memory::ScheduledPoint::suspended);
  return {known->answers, memory::expected_score(candidate.memory, curve_, today_), candidate.due,
          candidate.suspended, static_cast<std::size_t>(off)};
}

std::vector<PointProgress> Progress::of_points(const deck::Item& item) const {
  std::vector<PointProgress> points(item.points.size());
  const auto* known = state(item);
  if (known == nullptr) {
    return points;
  }
  const auto answers =
      history_.answers({.item = known->id, .session = {}, .from_day = {}, .beyond = {}});
  const auto candidate = session::candidate_for(item, *known, parameters_, wishes_);
  for (std::size_t i = 0; i < points.size(); ++i) {
    const auto& [id, weight, memory, suspended] = candidate.memory.points[i];
    points[i].memory = memory;
    points[i].suspended = suspended;
    points[i].retrievability = memory::retrievability(memory, curve_, today_);
    for (const auto& logged : answers) {
      for (const auto& asked : logged.answer.points) {
        if (asked.id == id) {
          points[i].verdicts.emplace_back(grading::name_of(asked.verdict));
        }
      }
    }
  }
  return points;
}

const history::ItemState* Progress::state(const deck::Item& item) const {
  const auto [deck, fresh] = states_.try_emplace(item.deck);
  if (fresh) {
    for (auto& each : history_.states(item.deck)) {
      deck->second.emplace(each.id.item, std::move(each));
    }
  }
  const auto found = deck->second.find(item.id);
  return found == deck->second.end() ? nullptr : &found->second;
}

}  // namespace pith::cli
