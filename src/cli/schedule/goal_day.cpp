#include "cli/schedule/goal_day.h"

#include <fmt/format.h>

#include "base/error.h"
#include "cli/schedule/day_option.h"

namespace pith::cli {

memory::StudyDay goal_day(const std::string& option, const std::string& value,
                          memory::StudyDay today) {
  constexpr std::chrono::days kFarthest{731};
  const auto day = day_option(option, value, today);
  if (day <= today) {
    throw UsageError(fmt::format("{}: {} is not after today, {}", option, memory::iso_date(day),
                                 memory::iso_date(today)));
  }
  if (day - today > kFarthest) {
    throw UsageError(fmt::format("{}: {} is more than two years away, too far for a forecast",
                                 option, memory::iso_date(day)));
  }
  return day;
}

}  // namespace pith::cli
