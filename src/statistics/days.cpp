#include "statistics/days.h"

#include <chrono>

namespace pith::statistics {

std::vector<DayFigures> last_days(const Statistics& figures, std::size_t count) {
  const auto first = figures.today - std::chrono::days{static_cast<int>(count) - 1};
  std::vector<DayFigures> days(count);
  for (std::size_t i = 0; i < count; ++i) {
    days[i].day = first + std::chrono::days{static_cast<int>(i)};
  }
  for (const auto& day : figures.days) {
    if (day.day >= first && day.day <= figures.today) {
      days[static_cast<std::size_t>((day.day - first).count())] = day;
    }
  }
  return days;
}

}  // namespace pith::statistics
