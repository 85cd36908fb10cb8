#include "history/trace.h"

#include <variant>

#include "history/points.h"
#include "memory/fsrs.h"

namespace pith::history {
namespace {

memory::PointMemory memory_of(const ItemState& state, const std::string& point) {
  const auto* found = find_point(state, point);
  return found == nullptr ? memory::PointMemory{} : found->memory;
}

PointStep step_of(const AnsweredPoint& asked, const Answer& answer, memory::StudyDay day,
                  const memory::PointMemory& before, const memory::ForgettingCurve& curve) {
  PointStep step;
  step.point = asked.id;
  step.verdict = asked.verdict;
  step.credit = asked.credit;
  step.rating = asked.rating;
  step.counts = memory::what_counts(
      before, {day, asked.rating, answer.scheduled, answer.relearning, answer.aided});
  if (before.state) {
    step.delta_days = static_cast<int>((day - before.last_review).count());
    step.retrievability = memory::retrievability(before, curve, day);
  }
  return step;
}

}  // namespace

std::vector<TraceStep> trace(const ItemId& item, std::span<const Event> events,
                             const memory::Parameters& parameters) {
  const memory::ForgettingCurve curve(parameters);
  ItemState state;
  state.id = item;
  std::vector<TraceStep> steps;
  for (const auto& event : events) {
    TraceStep step{event, {}, {}};
    const auto* answer = std::get_if<Answer>(&event.body);
    for (const auto& asked : answer != nullptr ? answer->points : std::vector<AnsweredPoint>()) {
      step.points.push_back(
          step_of(asked, *answer, event.stamp.when.day, memory_of(state, asked.id), curve));
    }
    apply(state, event, parameters);
    for (auto& point : step.points) {
      const auto after = memory_of(state, point.point);
      point.state = after.state;
      point.lapses = after.lapses;
    }
    step.state = state;
    steps.push_back(std::move(step));
  }
  return steps;
}

}  // namespace pith::history
