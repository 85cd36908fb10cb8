// The day that matters, as `pith plan --on` and `pith review --for` take it.
#pragma once

#include <string>

#include "memory/study_day.h"

namespace pith::cli {

/// What a day has for a goal if no time would be enough.
inline constexpr double kUsualSeconds = 30 * 60;

/// Throws UsageError that names the option if the day is not after `today`, or more than two years
/// away: no forecast is worth anything then.
[[nodiscard]] memory::StudyDay goal_day(const std::string& option, const std::string& value,
                                        memory::StudyDay today);

}  // namespace pith::cli
