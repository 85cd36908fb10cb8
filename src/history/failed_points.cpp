#include "history/failed_points.h"

#include <algorithm>

#include "history/derive.h"
#include "history/item_log.h"

namespace pith::history {

std::optional<memory::StudyDay> newest_day(Database& database) {
  Cursor row = database.query("SELECT max(study_day) FROM event");
  return row.next() ? row.optional_day(0) : std::nullopt;
}

void tell_failed(Database& database, ItemState& state, std::optional<memory::StudyDay> newest) {
  if (state.last.day != newest) {
    return;
  }
  ItemState replay;
  const auto parameters = current_parameters(database);
  for (const Event& event : events_of(database, state.id)) {
    apply(replay, event, parameters);
  }
  for (PointState& point : state.points) {
    const auto found = std::ranges::find(replay.points, point.id, &PointState::id);
    point.memory.failed = found != replay.points.end() && found->memory.failed;
  }
}

}  // namespace pith::history
