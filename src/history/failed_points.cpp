#include "history/failed_points.h"

#include <algorithm>

#include "history/derive.h"
#include "history/points.h"

namespace pith::history {

void tell_failed(Database& database, ItemState& state, memory::StudyDay today,
                 const memory::Parameters& parameters) {
  const auto is_of_today = [&](const PointState& point) {
    return point.memory.state && point.memory.last_review >= today;
  };
  if (std::ranges::none_of(state.points, is_of_today)) {
    return;
  }
  const auto replay = replayed(database, state.id, parameters).value_or(ItemState());
  for (PointState& point : state.points) {
    const auto* found = find_point(replay, point.id);
    point.memory.failed = found != nullptr && found->memory.failed;
  }
}

}  // namespace pith::history
