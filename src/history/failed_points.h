// Which points failed when they were last asked (memory::PointMemory::failed). That matters on the
// day of the answer alone, and is not kept: only what was answered on the newest day is replayed.
// Internal to this folder.
#pragma once

#include <optional>

#include "history/database.h"
#include "history/replay.h"

namespace pith::history {

/// The last study day of the log.
[[nodiscard]] std::optional<memory::StudyDay> newest_day(Database& database);

/// Notes it of the points of an item whose last event is of that day.
void tell_failed(Database& database, ItemState& state, std::optional<memory::StudyDay> newest);

}  // namespace pith::history
