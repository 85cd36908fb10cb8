// What the log has of one item, under whatever names it was recorded. Internal to this folder.
#pragma once

#include <vector>

#include "history/database.h"
#include "history/events.h"

namespace pith::history {

/// The events of an item under all its names, under its present ones, in replay order and without
/// those retracted.
[[nodiscard]] std::vector<Event> events_of(Database& database, const ItemId& id);

/// Makes points of one id one: recalled only if all of it was.
void merge_points(std::vector<AnsweredPoint>& points);

}  // namespace pith::history
