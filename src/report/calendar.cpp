#include "report/calendar.h"

#include <algorithm>
#include <map>

namespace pith::report {
namespace {

constexpr std::size_t kLevels = 4;

memory::StudyDay monday_of(memory::StudyDay day) {
  const auto weekday = std::chrono::weekday(day).iso_encoding();
  return day - std::chrono::days{weekday - 1};
}

/// The least number of answers of each level but 0.
std::array<std::int64_t, kLevels> thresholds(std::vector<std::int64_t> answers) {
  std::array<std::int64_t, kLevels> from{};
  std::sort(answers.begin(), answers.end());
  for (std::size_t level = 0; level < kLevels && !answers.empty(); ++level) {
    from[level] = answers[answers.size() * level / kLevels];
  }
  return from;
}

}  // namespace

unsigned month_of(memory::StudyDay day) {
  return static_cast<unsigned>(std::chrono::year_month_day(day).month());
}

std::array<std::string, 12> month_names(const text::Messages& tr) {
  return {tr("Jan"), tr("Feb"), tr("Mar"), tr("Apr"), tr("May"), tr("Jun"),
          tr("Jul"), tr("Aug"), tr("Sep"), tr("Oct"), tr("Nov"), tr("Dec")};
}

std::array<std::string, 7> weekday_names(const text::Messages& tr) {
  return {tr("Mon"), tr("Tue"), tr("Wed"), tr("Thu"), tr("Fri"), tr("Sat"), tr("Sun")};
}

std::vector<CalendarWeek> calendar_of(const statistics::Statistics& figures, std::size_t weeks) {
  const auto last = monday_of(figures.today);
  const auto first = last - std::chrono::days{7 * (static_cast<int>(weeks) - 1)};
  std::map<memory::StudyDay, std::int64_t> done;
  std::vector<std::int64_t> amounts;
  for (const auto& day : figures.days) {
    if (day.day >= first && day.day <= figures.today) {
      done[day.day] = day.effort.answers;
      amounts.push_back(day.effort.answers);
    }
  }
  const auto from = thresholds(std::move(amounts));
  std::vector<CalendarWeek> calendar;
  for (auto monday = first; monday <= last; monday += std::chrono::days{7}) {
    CalendarWeek week{monday, {}, false};
    for (int d = 0; d < 7 && monday + std::chrono::days{d} <= figures.today; ++d) {
      const auto day = monday + std::chrono::days{d};
      const auto found = done.find(day);
      const auto answers = found == done.end() ? 0 : found->second;
      const auto level = std::count_if(from.begin(), from.end(), [&](std::int64_t least) {
        return answers > 0 && answers >= least;
      });
      week.days.at(static_cast<std::size_t>(d)) = {day, answers, static_cast<std::size_t>(level)};
      week.begins_month |= static_cast<unsigned>(std::chrono::year_month_day(day).day()) == 1;
    }
    calendar.push_back(week);
  }
  return calendar;
}

}  // namespace pith::report
