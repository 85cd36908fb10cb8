// The recall to which a single point may fall before it is asked, whatever the rest of its item.
#pragma once

#include "memory/due.h"

namespace pith::memory {

/// The floor that holds under `options`: in [0.01, desired retention].
[[nodiscard]] double floor_of(const SchedulingOptions& options);

}  // namespace pith::memory
