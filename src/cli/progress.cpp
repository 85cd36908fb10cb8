#include "cli/progress.h"

#include <algorithm>

#include "cli/config.h"
#include "cli/history_file.h"
#include "grading/verdict.h"
#include "memory/due.h"

namespace pith::cli {
namespace {

const history::PointState* find_point(const history::ItemState& state, const std::string& id) {
  const auto found = std::find_if(state.points.begin(), state.points.end(),
                                  [&](const auto& point) { return point.id == id; });
  return found == state.points.end() ? nullptr : &*found;
}

/// The item as its deck has it now, with what is remembered of its points.
memory::ScheduledItem scheduled(const deck::Item& item, const history::ItemState& state) {
  memory::ScheduledItem scheduled{deck::full_id(item), {}};
  for (const auto& point : item.points) {
    const auto* known = find_point(state, point.id);
    scheduled.points.push_back({point.id, point.weight,
                                known != nullptr ? known->memory : memory::PointMemory{},
                                known != nullptr && known->suspended});
  }
  return scheduled;
}

}  // namespace

Progress::Progress(const Context& context)
    : history_(history_file(context), {.read_only = true}),
      curve_(history_.parameters()),
      today_(study_day(context.now(), load_config(context.paths.config / "config.yaml"))) {}

ItemProgress Progress::of(const deck::Item& item) const {
  const auto* known = state(item);
  if (known == nullptr) {
    return {};
  }
  const auto memory = scheduled(item, *known);
  const auto off = std::ranges::count(memory.points, true, &memory::ScheduledPoint::suspended);
  return {known->answers, memory::expected_score(memory, curve_, today_), known->due,
          known->suspended, static_cast<std::size_t>(off)};
}

std::vector<PointProgress> Progress::of_points(const deck::Item& item) const {
  std::vector<PointProgress> points(item.points.size());
  const auto* known = state(item);
  if (known == nullptr) {
    return points;
  }
  const auto answers =
      history_.answers({.item = known->id, .session = {}, .from_day = {}, .beyond = {}});
  for (std::size_t i = 0; i < points.size(); ++i) {
    const auto& id = item.points[i].id;
    if (const auto* point = find_point(*known, id)) {
      points[i].memory = point->memory;
      points[i].suspended = point->suspended;
      points[i].retrievability = memory::retrievability(point->memory, curve_, today_);
    }
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
