// The calendar heat map: weeks as columns, Monday at the top, how much was done in five levels.
// Shared by the text and the page.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "statistics/statistics.h"
#include "text/messages.h"

namespace pith::report {

struct CalendarDay {
  memory::StudyDay day{};
  std::int64_t answers = 0;
  std::size_t level = 0;  ///< 0: nothing; 1..4 by quarters of the days with answers that are shown.
};

struct CalendarWeek {
  memory::StudyDay monday{};
  std::array<std::optional<CalendarDay>, 7> days;  ///< Empty after today.
  bool begins_month = false;                       ///< The first of a month is in it.
};

/// The last `weeks` weeks up to today.
[[nodiscard]] std::vector<CalendarWeek> calendar_of(const statistics::Statistics& figures,
                                                    std::size_t weeks);

/// 1..12.
[[nodiscard]] unsigned month_of(memory::StudyDay day);

/// Short names, January first.
[[nodiscard]] std::array<std::string, 12> month_names(const text::Messages& tr);
/// Short names, Monday first.
[[nodiscard]] std::array<std::string, 7> weekday_names(const text::Messages& tr);

}  // namespace pith::report
