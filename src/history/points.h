// The points of states and answers by their ids.
#pragma once

#include <algorithm>
#include <string_view>

#include "history/events.h"
#include "history/replay.h"

namespace pith::history {

/// Null if the item was never asked for a point of this id.
[[nodiscard]] inline const PointState* find_point(const ItemState& state, std::string_view id) {
  const auto found = std::ranges::find(state.points, id, &PointState::id);
  return found == state.points.end() ? nullptr : &*found;
}

/// Null if the answer was not asked for a point of this id.
[[nodiscard]] inline const AnsweredPoint* find_point(const Answer& answer, std::string_view id) {
  const auto found = std::ranges::find(answer.points, id, &AnsweredPoint::id);
  return found == answer.points.end() ? nullptr : &*found;
}

}  // namespace pith::history
