// Sections of the statistics that are drawings.
#include <algorithm>
#include <chrono>
#include <cstdint>
#include <iterator>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "report/calendar.h"
#include "report/numbers.h"
#include "report/text_sections.h"
#include "statistics/days.h"
#include "text/display.h"

namespace pith::report {
namespace {

using memory::iso_date;
using statistics::Statistics;

/// The names of months above the weeks in which they begin, from cell `first` on; of names that
/// would touch, and at the end of `cells`, the earlier ones stand further left.
std::string months_above(const std::vector<CalendarWeek>& weeks, std::size_t first,
                         std::size_t cells, const text::Messages& tr) {
  const auto names = month_names(tr);
  std::string line;
  auto end = cells;       // of the next name to the left
  std::size_t right = 0;  // where the line begins so far
  for (auto w = weeks.size(); w-- > 0;) {
    const auto month = month_of(weeks[w].monday + std::chrono::days{6});
    const auto& name = names.at(month - 1);
    const auto width = text::display_width(name);
    if (!weeks[w].begins_month || width > end) {
      continue;
    }
    const auto at = std::min(first + w, end - width);
    line.insert(0, name + std::string(line.empty() ? 0 : right - at - width, ' '));
    right = at;
    end = at - std::min<std::size_t>(at, 1);
  }
  return std::string(right, ' ') + line;
}

void write_histogram(TextPage& page, const statistics::Distribution& found, std::string_view unit) {
  std::int64_t most = 1;
  for (const auto& bin : found.bins) {
    most = std::max(most, bin.count);
  }
  const auto cells = std::clamp<std::size_t>(page.columns() - 24, 6, 40);
  for (const auto& bin : found.bins) {
    const auto range =
        bin.to ? fmt::format("{}-{}", bin.from, *bin.to) : fmt::format("{}+", bin.from);
    const auto share = static_cast<double>(bin.count) / static_cast<double>(most);
    page.drawing({{Tone::plain, " " + TextPage::right(range + std::string(unit), 10) + " "},
                  {Tone::accent, page.bar(share, cells)},
                  {Tone::plain, ' ' + grouped(bin.count)}});
  }
}

}  // namespace

void write_heat_map(TextPage& page, const Statistics& s) {
  constexpr std::size_t kWeeks = 53;
  const auto weeks = calendar_of(s, std::min(kWeeks, page.columns() - 6));
  page.heading(page.tr()("Answers by day"));
  page.drawing(months_above(weeks, 5, page.columns(), page.tr()));
  for (std::size_t d = 0; d < 7; ++d) {
    const auto name = d % 2 == 0 ? weekday_names(page.tr()).at(d) : std::string();
    std::vector<TextPage::Piece> row = {{Tone::soft, TextPage::right(name, 4) + " "}};
    for (const auto& week : weeks) {
      const auto& day = week.days.at(d);
      const auto tone = !day ? Tone::plain : day->level == 0 ? Tone::soft : Tone::good;
      if (tone != row.back().tone) {
        row.push_back({tone, ""});
      }
      row.back().text += day ? page.shade(day->level) : " ";
    }
    page.drawing(row);
  }
}

void write_daily_lines(TextPage& page, const Statistics& s) {
  constexpr std::size_t kBeside = 22;
  constexpr std::size_t kMost = 90;
  const auto days = std::clamp<std::size_t>(page.columns() - kBeside, 10, kMost);
  const auto figures = statistics::last_days(s, days);
  const auto& tr = page.tr();
  const auto show = [&](const std::string& label, double (*value)(const statistics::DayFigures&)) {
    std::vector<double> values;
    std::ranges::transform(figures, std::back_inserter(values), value);
    page.drawing({{Tone::soft, text::pad(label, kLabelCells)},
                  {Tone::accent, page.sparkline(values)},
                  {Tone::plain, "  " + tr.format("most {:.0f}", *std::max_element(values.begin(),
                                                                                  values.end()))}});
  };
  page.heading(tr.format("The last {} days", days));
  show(tr("Reviews"), [](const auto& day) { return static_cast<double>(day.effort.reviews); });
  show(tr("Minutes"), [](const auto& day) { return day.effort.seconds / 60; });
}

void write_forecast(TextPage& page, const Statistics& s) {
  const auto& due = s.forecast.due;
  if (s.knowledge.known_items == 0) {
    return;
  }
  const auto sum = [&](std::size_t days) {
    std::int64_t total = 0;
    std::for_each(due.begin(), due.begin() + static_cast<std::ptrdiff_t>(days),
                  [&](std::int64_t each) { total += each; });
    return grouped(total);
  };
  const std::vector<double> values(due.begin(), due.end());
  page.heading(page.tr()("Due in the next 30 days"));
  page.drawing({{Tone::plain, "     "}, {Tone::accent, page.sparkline(values)}});
  page.say("     ", page.tr().format("today {} · 7 days {} · 30 days {} · most on a day {}",
                                     grouped(due[0]), sum(7), sum(due.size()),
                                     grouped(*std::max_element(due.begin(), due.end()))));
}

void write_expected_score(TextPage& page, const Statistics& s) {
  if (s.expected.size() < 2) {
    return;
  }
  std::vector<double> values;
  for (const auto& day : s.expected) {
    values.push_back(day.score);
  }
  const auto& first = s.expected.front();
  const auto& last = s.expected.back();
  const auto& tr = page.tr();
  page.heading(tr("Expected score of known items"));
  page.drawing({{Tone::plain, fmt::format("{:>4} ", percent_or_dash(first.score))},
                {Tone::accent, page.sparkline(values)},
                {Tone::plain, ' ' + percent_or_dash(last.score)}});
  page.say("     ",
           tr.format("{} ({}) → {} ({})", iso_date(first.day), counted(first.items, "item", tr),
                     iso_date(last.day), counted(last.items, "item", tr)));
}

void write_memories(TextPage& page, const Statistics& s) {
  const auto& known = s.knowledge;
  if (known.stability.count == 0) {
    return;
  }
  const auto& tr = page.tr();
  page.heading(tr.format("Stability of points, in days: median {:.1f}", *known.stability.median));
  write_histogram(page, known.stability, "");
  page.heading(tr.format("Difficulty, 1 to 10: median {:.1f}", *known.difficulty.median));
  write_histogram(page, known.difficulty, "");
}

void write_answer_time(TextPage& page, const Statistics& s) {
  page.heading(page.tr().format("Answer time: median {:.0f} s, 90% within {:.0f} s",
                                *s.answer_seconds.median, *s.answer_seconds.p90));
  write_histogram(page, s.answer_seconds, page.tr()(" s"));
}

}  // namespace pith::report
