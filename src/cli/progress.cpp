#include "cli/progress.h"

#include <algorithm>

#include "cli/files/history_file.h"
#include "cli/settings/config.h"
#include "memory/due.h"
#include "session/chosen.h"

namespace pith::cli {
namespace {

void add_memories(ItemProgress& progress, const std::vector<memory::ScheduledPoint>& points) {
  double weight = 0;
  double sum = 0;
  for (const auto& point : points) {
    progress.lapses += point.memory.lapses;
    progress.leech = progress.leech || memory::is_leech(point.memory);
    if (point.memory.state) {
      weight += point.weight;
      sum += point.weight * point.memory.state->difficulty;
    }
  }
  if (weight > 0) {
    progress.difficulty = sum / weight;
  }
}

}  // namespace

Progress::Progress(const Context& context)
    : history_(history_file(context), {.read_only = true}),
      parameters_(history_.parameters()),
      curve_(parameters_) {
  const auto config = config_of(context);
  wishes_ = wishes_of(config);
  today_ = study_day(context.now(), config);
}

ItemProgress Progress::of(const deck::Item& item) const {
  const auto* known = state(item);
  if (known == nullptr) {
    return {};
  }
  const auto candidate = session::candidate_for(item, *known, parameters_, wishes_);
  const auto& points = candidate.memory.points;
  ItemProgress progress;
  progress.reviews = known->answers;
  progress.expected_score = memory::expected_score(candidate.memory, curve_, today_);
  progress.due = candidate.due;
  progress.suspended = candidate.suspended;
  progress.suspended_points = static_cast<std::size_t>(
      std::ranges::count(points, true, &memory::ScheduledPoint::suspended));
  if (candidate.buried_until && *candidate.buried_until > today_) {
    progress.buried_until = candidate.buried_until;
  }
  progress.fresh = candidate.is_new();
  progress.silent = !session::may_be_asked(candidate);
  add_memories(progress, points);
  return progress;
}

const history::ItemState* Progress::state(const deck::Item& item) const {
  const auto [deck, fresh] = states_.try_emplace(item.deck);
  if (fresh) {
    for (auto& each : history_.states(item.deck, today_)) {
      deck->second.emplace(each.id.item, std::move(each));
    }
  }
  const auto found = deck->second.find(item.id);
  return found == deck->second.end() ? nullptr : &found->second;
}

}  // namespace pith::cli
