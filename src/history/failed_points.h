// Which points failed when they were last asked (memory::PointMemory::failed). That matters on the
// day of the answer alone, and is not kept: what was reviewed on that day is replayed. Internal to
// this folder.
#pragma once

#include "history/database.h"
#include "history/replay.h"

namespace pith::history {

/// Notes it of an item's points, if any was reviewed on `today` (or later, by another clock).
void tell_failed(Database& database, ItemState& state, memory::StudyDay today,
                 const memory::Parameters& parameters);

}  // namespace pith::history
