// The time that --now names.
#pragma once

#include <string>

#include "cli/local_time.h"

namespace pith::cli {

/// As parse_time() has it, where study days begin at that hour. A date alone is an instant of the
/// study day of that date: its noon, or 23:00 where days begin at noon or later.
[[nodiscard]] LocalTime parse_present(const std::string& text, int day_start);

}  // namespace pith::cli
