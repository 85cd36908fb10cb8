// The learner's time zone, where it is named on the command line.
#pragma once

#include <chrono>
#include <functional>
#include <string>

#include "memory/study_day.h"

namespace pith::cli {

/// Local time minus UTC at an instant.
using ZoneOffset = std::function<std::chrono::seconds(memory::Instant)>;

/// The zone `name`: `UTC`, an offset such as `+08:00`, or a name of the system's zone database such
/// as `Asia/Shanghai`. Only one named zone can be in use at a time: the C library has but one.
/// Throws UsageError if there is no such zone.
[[nodiscard]] ZoneOffset zone_named(const std::string& name);

}  // namespace pith::cli
