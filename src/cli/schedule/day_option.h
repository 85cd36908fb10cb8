// Days to come on the command line.
#pragma once

#include <string>

#include "memory/study_day.h"

namespace pith::cli {

/// The day that an option or argument gives: `2026-12-01`, `+7` or `+7d` for seven days after
/// `today`, `+2w` for two weeks, `tomorrow` or 明天. Throws UsageError that names the option.
[[nodiscard]] memory::StudyDay day_option(const std::string& name, const std::string& value,
                                          memory::StudyDay today);

}  // namespace pith::cli
