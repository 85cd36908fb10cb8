#include "report/statistics_text.h"

#include <algorithm>

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

constexpr std::size_t kLabel = 12;  ///< Cells.
constexpr std::size_t kRoomy = 60;  ///< Columns that leave room for bars beside numbers.

void overview(TextPage& page, const Statistics& s) {
  page.title(page.tr().format("Progress on {}", iso_date(s.today)));
  page.say("", "");
  for (const auto& [label, words] : overview_lines(s, page.tr())) {
    page.labelled(label, std::max(kLabel, text::display_width(label) + 2), words);
  }
}

/// The names of months above the weeks in which they begin, where there is room; the last one may
/// stand further left, to end within `cells`.
std::string months_above(const std::vector<CalendarWeek>& weeks, std::size_t cells,
                         const text::Messages& tr) {
  std::string line;
  std::size_t used = 0;
  std::size_t free = 0;
  for (std::size_t w = 0; w < weeks.size(); ++w) {
    const auto month = month_of(weeks[w].monday + std::chrono::days{6});
    const auto& name = month_names(tr).at(month - 1);
    const auto width = text::display_width(name);
    const auto at = std::min(w, cells - std::min(cells, width));
    if (weeks[w].begins_month && at >= free) {
      line += std::string(at - used, ' ') + name;
      used = at + width;
      free = used + 1;
    }
  }
  return line;
}

void heat_map(TextPage& page, const Statistics& s) {
  constexpr std::size_t kWeeks = 53;
  const auto weeks = calendar_of(s, std::min(kWeeks, page.columns() - 6));
  page.heading(page.tr()("Answers by day"));
  page.drawing("     " + months_above(weeks, page.columns() - 5, page.tr()));
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
  const auto& tr = page.tr();
  const auto show = [&](const std::string& label, double (*value)(const statistics::DayFigures&)) {
    const auto values = last_days(s, days, value);
    page.drawing({{Tone::soft, text::pad(label, kLabel)},
                  {Tone::accent, page.sparkline(values)},
                  {Tone::plain, "  " + tr.format("most {:.0f}", *std::max_element(values.begin(),
                                                                                  values.end()))}});
  };
  page.heading(tr.format("The last {} days", days));
  show(tr("Reviews"), [](const auto& day) { return static_cast<double>(day.effort.reviews); });
  show(tr("Minutes"), [](const auto& day) { return day.effort.seconds / 60; });
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
  page.heading(page.tr()("Due in the next 30 days"));
  page.drawing({{Tone::plain, "     "}, {Tone::accent, page.sparkline(values)}});
  page.say("     ", page.tr().format("today {} · 7 days {} · 30 days {} · most on a day {}",
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

std::string share_cell(const statistics::Recall& recall) {
  return recall.reviews > 0 ? fmt::format("{:.1f}%", *recall.share() * 100) : "-";
}

std::string period_name(std::string_view period, const text::Messages& tr) {
  return period == "today"       ? tr("today")
         : period == "yesterday" ? tr("yesterday")
         : period == "week"      ? tr("7 days")
         : period == "month"     ? tr("30 days")
         : period == "year"      ? tr("365 days")
                                 : tr("all");
}

void true_retention(TextPage& page, const Statistics& s) {
  const auto& tr = page.tr();
  page.heading(tr("True retention: young (stability below 21 days), mature, all"));
  const auto row = [](const std::string& name, const std::string& young, const std::string& mature,
                      const std::string& all, const std::string& reviews) {
    return text::pad(name, 9) + TextPage::right(young, 7) + TextPage::right(mature, 7) +
           TextPage::right(all, 7) + TextPage::right(reviews, 10);
  };
  page.drawing({{Tone::soft, row("", tr("Young"), tr("Mature"), tr("All"), tr("Reviews"))}});
  for (const auto& period : s.true_retention) {
    auto all = period.young;
    all += period.mature;
    page.drawing(row(period_name(period.period, tr), share_cell(period.young),
                     share_cell(period.mature), share_cell(all), grouped(all.reviews)));
  }
}

/// How recall compares with what the decks ask for.
Tone tone_of(const statistics::Recall& recall) {
  constexpr double kNear = 0.05;
  const auto missing = *recall.mean_desired() - *recall.share();
  return missing <= 0 ? Tone::good : missing <= kNear ? Tone::fair : Tone::poor;
}

void retention_by_age(TextPage& page, const Statistics& s) {
  page.heading(page.tr()("Recalled after days: true, foreseen, desired"));
  const auto cells = page.columns() < kRoomy ? 0UL : 20UL;
  for (const auto& age : s.ages) {
    if (age.recall.reviews == 0) {
      continue;
    }
    const auto days = age.to && *age.to == age.from ? fmt::format("{}", age.from)
                      : age.to                      ? fmt::format("{}-{}", age.from, *age.to)
                                                    : fmt::format("{}+", age.from);
    page.drawing({{Tone::plain, fmt::format("  {:>7} ", days)},
                  {tone_of(age.recall), page.bar(*age.recall.share(), cells)},
                  {Tone::plain,
                   fmt::format(" {:>6}{:>5.0f}%{:>5.0f}%{:>9}", share_cell(age.recall),
                               *age.recall.mean_predicted() * 100, *age.recall.mean_desired() * 100,
                               grouped(age.recall.reviews))}});
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
    const auto share = static_cast<double>(bin.count) / static_cast<double>(most);
    page.drawing({{Tone::plain, " " + TextPage::right(range + std::string(unit), 10) + " "},
                  {Tone::accent, page.bar(share, cells)},
                  {Tone::plain, ' ' + grouped(bin.count)}});
  }
}

void memories(TextPage& page, const Statistics& s) {
  const auto& known = s.knowledge;
  if (known.stability.count == 0) {
    return;
  }
  const auto& tr = page.tr();
  page.heading(tr.format("Stability of points, in days: median {:.1f}", *known.stability.median));
  histogram(page, known.stability, "");
  page.heading(tr.format("Difficulty, 1 to 10: median {:.1f}", *known.difficulty.median));
  histogram(page, known.difficulty, "");
}

void answer_time(TextPage& page, const Statistics& s) {
  page.heading(page.tr().format("Answer time: median {:.0f} s, 90% within {:.0f} s",
                                *s.answer_seconds.median, *s.answer_seconds.p90));
  histogram(page, s.answer_seconds, page.tr()(" s"));
}

void weakest(TextPage& page, const Statistics& s) {
  if (s.weakest.empty()) {
    return;
  }
  const auto& tr = page.tr();
  page.heading(tr("Weakest points"));
  std::size_t number = 0;
  for (const auto& weak : s.weakest) {
    const auto& point = s.points[weak.point];
    page.line(fmt::format("{:>3}. ", ++number),
              tr.format("{} ({}): {}", point.name, history::full_id(s.items[point.item].id),
                        tr.format("failed {} of {}", point.failed, point.reviews)));
    if (!weak.said.empty()) {
      const auto head = "     " + tr("said: ");
      page.drawing(
          {{Tone::soft, head},
           {Tone::plain, TextPage::fitted(weak.said, page.columns() - text::display_width(head))}});
    }
  }
}

void confused(TextPage& page, const Statistics& s) {
  if (s.confused.empty()) {
    return;
  }
  page.heading(page.tr()("Confused: asked for, said instead"));
  for (const auto& each : s.confused) {
    page.line("  ", page.tr().format("{} ({}): said {} ({}), {} times", each.asked_point,
                                     each.asked_item, each.said_point, each.said_item, each.times));
  }
}

void grader(TextPage& page, const Statistics& s) {
  if (s.grader.graded == 0) {
    return;
  }
  const auto overruled = s.grader.raised + s.grader.lowered;
  const auto& tr = page.tr();
  page.heading(tr("The grader overruled"));
  page.say("  ",
           tr.format("{} of {} ({:.1f}%) · {} raised, {} lowered", grouped(overruled),
                     counted(s.grader.graded, "graded point", tr),
                     100.0 * static_cast<double>(overruled) / static_cast<double>(s.grader.graded),
                     grouped(s.grader.raised), grouped(s.grader.lowered)));
}

void time_of_day(TextPage& page, const Statistics& s) {
  if (s.recall.reviews == 0) {
    return;
  }
  const auto& tr = page.tr();
  page.heading(tr("Recalled by time of day, less what was foreseen"));
  for (const auto& [from, recall] : s.hours) {
    if (recall.reviews > 0) {
      page.drawing(
          {{Tone::plain, "  " + tr.format("{:02}-{:02} h", from, from + 4) +
                             fmt::format(" {:>7} {:>+5.1f}  {:>9}", share_cell(recall),
                                         100 * (*recall.share() - *recall.mean_predicted()),
                                         grouped(recall.reviews))},
           {Tone::good, s.best_hours == from ? tr("  best") : ""}});
    }
  }
  if (!s.best_hours) {
    page.say("  ", tr("No time of day stands out."));
  }
}

void exams(TextPage& page, const Statistics& s) {
  constexpr std::size_t kShown = 5;
  if (s.exams.empty()) {
    return;
  }
  page.heading(page.tr()("Mock interviews"));
  for (std::size_t i = 0; i < std::min(kShown, s.exams.size()); ++i) {
    page.drawing(
        {{Tone::plain, fmt::format("  {}  ", iso_date(s.exams[i].day))},
         {Tone::accent, page.bar(s.exams[i].score, page.columns() < kRoomy ? 6 : 10)},
         {Tone::plain, fmt::format(" {:>4}  {}", percent_or_dash(s.exams[i].score),
                                   counted(s.exams[i].questions, "question", page.tr()))}});
  }
}

void learn_next(TextPage& page, const Statistics& s) {
  if (s.learn_next.empty()) {
    return;
  }
  page.heading(page.tr()("Learn next"));
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
    const auto& tr = page.tr();
    page.say("", "");
    page.say("", s.streak.longest == 0 ? tr("Nothing has been answered yet: `pith review` begins.")
                                       : tr("Nothing was answered in this period."));
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
