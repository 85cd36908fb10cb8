#include "report/statistics_text.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "grading/verdict.h"
#include "report/calendar.h"
#include "report/overview.h"
#include "report/text_page.h"
#include "text/display.h"

namespace pith::report {
namespace {

using memory::iso_date;
using statistics::Statistics;

constexpr std::size_t kLabel = 12;
constexpr std::size_t kRoomy = 60;  ///< Columns that leave room for bars beside numbers.

void overview(TextPage& page, const Statistics& s) {
  page.say("", fmt::format("Progress on {}", iso_date(s.today)));
  page.say("", "");
  for (const auto& [label, words] : overview_lines(s)) {
    page.say(text::pad(label, std::max(kLabel, label.size() + 2)), words);
  }
}

void heat_map(TextPage& page, const Statistics& s) {
  constexpr std::array<std::string_view, 12> kMonths = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                        "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  constexpr std::array<std::string_view, 7> kDays = {"Mon", "", "Wed", "", "Fri", "", "Sun"};
  constexpr std::size_t kWeeks = 53;
  const auto weeks = calendar_of(s, std::min(kWeeks, page.columns() - 6));
  page.heading("Answers by day");
  std::string months(weeks.size(), ' ');
  std::size_t free = 0;
  for (std::size_t w = 0; w < weeks.size(); ++w) {
    if (weeks[w].begins_month && w >= free && w + 3 <= weeks.size()) {
      months.replace(w, 3, kMonths.at(month_of(weeks[w].monday + std::chrono::days{6}) - 1));
      free = w + 4;
    }
  }
  page.drawing("     " + months);
  for (std::size_t d = 0; d < kDays.size(); ++d) {
    auto row = fmt::format("{:>4} ", kDays[d]);
    for (const auto& week : weeks) {
      const auto& day = week.days.at(d);
      row += day ? page.shade(day->level) : " ";
    }
    page.drawing(row);
  }
}

/// One value a day for the last `days` days.
std::vector<double> last_days(const Statistics& s, std::size_t days,
                              double (*value)(const statistics::DayFigures&)) {
  std::vector<double> values(days, 0.0);
  for (const auto& day : s.days) {
    const auto ago = (s.today - day.day).count();
    if (ago >= 0 && ago < static_cast<std::int64_t>(days)) {
      values[days - 1 - static_cast<std::size_t>(ago)] = value(day);
    }
  }
  return values;
}

void daily_lines(TextPage& page, const Statistics& s) {
  constexpr std::size_t kBeside = 22;
  constexpr std::size_t kMost = 90;
  const auto days = std::clamp<std::size_t>(page.columns() - kBeside, 10, kMost);
  const auto show = [&](std::string_view label, double (*value)(const statistics::DayFigures&)) {
    const auto values = last_days(s, days, value);
    page.drawing(fmt::format("{:<12}{}  most {:.0f}", label, page.sparkline(values),
                             *std::max_element(values.begin(), values.end())));
  };
  page.heading(fmt::format("The last {} days", days));
  show("Reviews", [](const auto& day) { return static_cast<double>(day.effort.reviews); });
  show("Minutes", [](const auto& day) { return day.effort.seconds / 60; });
}

void forecast(TextPage& page, const Statistics& s) {
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
  page.heading("Due in the next 30 days");
  page.drawing(fmt::format("{:<5}{}", "", page.sparkline(values)));
  page.say("     ", fmt::format("today {} · 7 days {} · 30 days {} · most on a day {}",
                                grouped(due[0]), sum(7), sum(due.size()),
                                grouped(*std::max_element(due.begin(), due.end()))));
}

void expected_score(TextPage& page, const Statistics& s) {
  if (s.expected.size() < 2) {
    return;
  }
  std::vector<double> values;
  for (const auto& day : s.expected) {
    values.push_back(day.score);
  }
  page.heading("Expected score of known items");
  page.drawing(fmt::format("{:>4} {} {}", percent_or_dash(values.front()), page.sparkline(values),
                           percent_or_dash(values.back())));
  page.say("     ",
           fmt::format("{} ({}) → {} ({})", iso_date(s.expected.front().day),
                       counted(s.expected.front().items, "item"), iso_date(s.expected.back().day),
                       counted(s.expected.back().items, "item")));
}

std::string share_cell(const statistics::Recall& recall) {
  return recall.reviews > 0 ? fmt::format("{:.1f}%", *recall.share() * 100) : "-";
}

void true_retention(TextPage& page, const Statistics& s) {
  page.heading("True retention: young (stability below 21 days), mature, all");
  page.drawing(fmt::format("{:<9}{:>7}{:>7}{:>7}{:>10}", "", "young", "mature", "all", "reviews"));
  for (const auto& row : s.true_retention) {
    auto all = row.young;
    all += row.mature;
    page.drawing(fmt::format("{:<9}{:>7}{:>7}{:>7}{:>10}", row.period, share_cell(row.young),
                             share_cell(row.mature), share_cell(all), grouped(all.reviews)));
  }
}

void retention_by_age(TextPage& page, const Statistics& s) {
  page.heading("Recalled after days: true, foreseen, desired");
  const auto cells = page.columns() < kRoomy ? 0UL : 20UL;
  for (const auto& age : s.ages) {
    if (age.recall.reviews == 0) {
      continue;
    }
    const auto days = age.to && *age.to == age.from ? fmt::format("{}", age.from)
                      : age.to                      ? fmt::format("{}-{}", age.from, *age.to)
                                                    : fmt::format("{}+", age.from);
    page.drawing(fmt::format("  {:>7} {} {:>6}{:>5.0f}%{:>5.0f}%{:>9}", days,
                             page.bar(*age.recall.share(), cells), share_cell(age.recall),
                             *age.recall.mean_predicted() * 100, *age.recall.mean_desired() * 100,
                             grouped(age.recall.reviews)));
  }
}

void histogram(TextPage& page, const statistics::Distribution& found, std::string_view unit) {
  std::int64_t most = 1;
  for (const auto& bin : found.bins) {
    most = std::max(most, bin.count);
  }
  const auto cells = std::clamp<std::size_t>(page.columns() - 24, 6, 40);
  for (const auto& bin : found.bins) {
    const auto range =
        bin.to ? fmt::format("{}-{}", bin.from, *bin.to) : fmt::format("{}+", bin.from);
    page.drawing(
        fmt::format("  {:>9} {} {}", range + std::string(unit),
                    page.bar(static_cast<double>(bin.count) / static_cast<double>(most), cells),
                    grouped(bin.count)));
  }
}

void memories(TextPage& page, const Statistics& s) {
  const auto& known = s.knowledge;
  if (known.stability.count == 0) {
    return;
  }
  page.heading(fmt::format("Stability of points, in days: median {:.1f}", *known.stability.median));
  histogram(page, known.stability, "");
  page.heading(fmt::format("Difficulty, 1 to 10: median {:.1f}", *known.difficulty.median));
  histogram(page, known.difficulty, "");
}

void answer_time(TextPage& page, const Statistics& s) {
  page.heading(fmt::format("Answer time: median {:.0f} s, 90% within {:.0f} s",
                           *s.answer_seconds.median, *s.answer_seconds.p90));
  histogram(page, s.answer_seconds, " s");
}

void weakest(TextPage& page, const Statistics& s) {
  if (s.weakest.empty()) {
    return;
  }
  page.heading("Weakest points");
  std::size_t number = 0;
  for (const auto& weak : s.weakest) {
    const auto& point = s.points[weak.point];
    page.line(fmt::format("{:>3}. ", ++number),
              fmt::format("{} ({}): failed {} of {}", point.name,
                          history::full_id(s.items[point.item].id), point.failed, point.reviews));
    if (!weak.said.empty()) {
      page.drawing("     said: " + TextPage::fitted(weak.said, page.columns() - 11));
    }
  }
}

void confused(TextPage& page, const Statistics& s) {
  if (s.confused.empty()) {
    return;
  }
  page.heading("Confused: asked for, said instead");
  for (const auto& each : s.confused) {
    page.line("  ", fmt::format("{} ({}): said {} ({}), {} times", each.asked_point,
                                each.asked_item, each.said_point, each.said_item, each.times));
  }
}

void grader(TextPage& page, const Statistics& s) {
  if (s.grader.graded == 0) {
    return;
  }
  const auto overruled = s.grader.raised + s.grader.lowered;
  page.heading("The grader overruled");
  page.say("  ", fmt::format(
                     "{} of {} ({:.1f}%) · {} raised, {} lowered", grouped(overruled),
                     counted(s.grader.graded, "graded point"),
                     100.0 * static_cast<double>(overruled) / static_cast<double>(s.grader.graded),
                     grouped(s.grader.raised), grouped(s.grader.lowered)));
}

void time_of_day(TextPage& page, const Statistics& s) {
  if (s.recall.reviews == 0) {
    return;
  }
  page.heading("Recalled by time of day, less what was foreseen");
  for (const auto& [from, recall] : s.hours) {
    if (recall.reviews > 0) {
      page.drawing(fmt::format("  {:02}-{:02} h {:>7} {:>+5.1f}  {:>9}{}", from, from + 4,
                               share_cell(recall),
                               100 * (*recall.share() - *recall.mean_predicted()),
                               grouped(recall.reviews), s.best_hours == from ? "  best" : ""));
    }
  }
  if (!s.best_hours) {
    page.say("  ", "No time of day stands out.");
  }
}

void exams(TextPage& page, const Statistics& s) {
  constexpr std::size_t kShown = 5;
  if (s.exams.empty()) {
    return;
  }
  page.heading("Mock interviews");
  for (std::size_t i = 0; i < std::min(kShown, s.exams.size()); ++i) {
    page.drawing(fmt::format("  {}  {} {:>4}  {}", iso_date(s.exams[i].day),
                             page.bar(s.exams[i].score, page.columns() < kRoomy ? 6 : 10),
                             percent_or_dash(s.exams[i].score),
                             counted(s.exams[i].questions, "question")));
  }
}

void learn_next(TextPage& page, const Statistics& s) {
  if (s.learn_next.empty()) {
    return;
  }
  page.heading("Learn next");
  for (const auto index : s.learn_next) {
    const auto& item = s.items[index];
    page.line(fmt::format("  {:>4}  ", percent_or_dash(item.expected)), item.question);
    page.command("        ", "pith drill " + history::full_id(item.id));
  }
}

}  // namespace

std::string statistics_text(const Statistics& s, const TextOptions& options) {
  TextPage page(options);
  overview(page, s);
  if (s.effort.answers == 0) {
    page.heading(s.streak.longest == 0 ? "Nothing has been answered yet: `pith review` begins."
                                       : "Nothing was answered in this period.");
    return page.take();
  }
  heat_map(page, s);
  daily_lines(page, s);
  forecast(page, s);
  expected_score(page, s);
  if (s.recall.reviews > 0) {
    true_retention(page, s);
    retention_by_age(page, s);
  }
  memories(page, s);
  answer_time(page, s);
  weakest(page, s);
  confused(page, s);
  grader(page, s);
  time_of_day(page, s);
  exams(page, s);
  learn_next(page, s);
  return page.take();
}

}  // namespace pith::report
