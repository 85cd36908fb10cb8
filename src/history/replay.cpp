#include "history/replay.h"

#include <algorithm>

namespace pith::history {

namespace {

template <typename... F>
struct Overloaded : F... {
  using F::operator()...;
};
template <typename... F>
Overloaded(F...) -> Overloaded<F...>;

/// The point's state, made if it is not there; points stay sorted by id.
PointState& point_of(ItemState& state, const std::string& id) {
  const auto place = std::lower_bound(
      state.points.begin(), state.points.end(), id,
      [](const PointState& point, const std::string& wanted) { return point.id < wanted; });
  if (place != state.points.end() && place->id == id) {
    return *place;
  }
  PointState point;
  point.id = id;
  std::erase_if(state.unmet, [&](const DeckPoint& unmet) { return unmet.id == id; });
  return *state.points.insert(place, std::move(point));
}

void apply_answer(ItemState& state, const Answer& answer, memory::StudyDay day,
                  const memory::Parameters& parameters) {
  ++state.answers;
  bool reviewed = false;
  for (const AnsweredPoint& asked : answer.points) {
    PointState& point = point_of(state, asked.id);
    point.weight = asked.weight;
    const memory::PointEvent event{day, asked.rating, answer.scheduled, answer.relearning,
                                   answer.aided};
    reviewed |= memory::what_counts(point.memory, event) != memory::Counts::logged_only;
    point.memory = memory::apply(point.memory, event, parameters);
  }
  if (reviewed) {
    state.rescheduled.reset();
    state.introduced = state.introduced.value_or(day);
  }
}

void apply_reset(ItemState& state, const Reset& reset) {
  for (PointState& point : state.points) {
    if (reset.point.empty() || reset.point == point.id) {
      point.memory = {};
    }
  }
  const bool anything_left =
      std::any_of(state.points.begin(), state.points.end(),
                  [](const PointState& point) { return point.memory.state.has_value(); });
  if (!anything_left) {
    state.introduced.reset();
    state.rescheduled.reset();
  }
}

void apply_suspension(ItemState& state, const Suspension& suspension) {
  if (suspension.point.empty()) {
    state.suspended = suspension.suspended;
  } else {
    point_of(state, suspension.point).suspended = suspension.suspended;
  }
}

}  // namespace

Key key_of(const Stamp& stamp) {
  return {stamp.when.day, stamp.when.time, stamp.id};
}

void apply(ItemState& state, const Event& event, const memory::Parameters& parameters) {
  state.last = key_of(event.stamp);
  std::visit(
      Overloaded{
          [&](const Answer& it) { apply_answer(state, it, event.stamp.when.day, parameters); },
          [&](const Suspension& it) { apply_suspension(state, it); },
          [&](const Bury& it) { state.buried_until = it.until; },
          [&](const Reset& it) { apply_reset(state, it); },
          [&](const Reschedule& it) { state.rescheduled = it.day; },
          [](const auto&) {},
      },
      event.body);
}

void set_due(ItemState& state, const memory::Parameters& parameters,
             const memory::SchedulingOptions& options) {
  state.due.reset();
  state.due_reason = memory::DueReason::expected_score;
  state.waits_until.reset();
  if (state.suspended || state.gone) {
    return;
  }
  const auto item = scheduled(state);
  if (const auto due = memory::next_due(item, parameters, options)) {
    state.due = due->day;
    state.due_reason = due->reason;
    state.waits_until = due->latest;
  }
  if (state.rescheduled) {
    state.due = state.rescheduled;
    state.waits_until = may_be_reviewed(item) ? std::optional(memory::StudyDay{}) : std::nullopt;
  }
  if (state.due && state.buried_until) {
    state.due = std::max(*state.due, *state.buried_until);
  }
}

bool may_be_reviewed(const memory::ScheduledItem& item) {
  const auto& points = item.points;
  return std::any_of(points.begin(), points.end(), [](const auto& p) { return !p.suspended; }) &&
         std::any_of(points.begin(), points.end(),
                     [](const auto& p) { return p.memory.state.has_value(); });
}

std::optional<memory::StudyDay> fresh_from(const ItemState& state) {
  const auto points = scheduled(state).points;
  const auto is_known = [](const memory::ScheduledPoint& p) { return p.memory.state.has_value(); };
  const auto is_silent = [](const memory::ScheduledPoint& p) { return p.suspended; };
  if (state.suspended || std::any_of(points.begin(), points.end(), is_known) ||
      (!points.empty() && std::all_of(points.begin(), points.end(), is_silent))) {
    return std::nullopt;
  }
  return state.buried_until.value_or(memory::StudyDay{});
}

memory::ScheduledItem scheduled(const ItemState& state) {
  memory::ScheduledItem item;
  item.id = full_id(state.id);
  for (const PointState& point : state.points) {
    if (!point.retired) {
      item.points.push_back(
          {point.id, point.deck_weight.value_or(point.weight), point.memory, point.suspended});
    }
  }
  for (const DeckPoint& point : state.unmet) {
    item.points.push_back({point.id, point.weight});
  }
  return item;
}

}  // namespace pith::history
