// Sections of the page that are pictures.
#include <algorithm>
#include <cmath>

#include "report/columns.h"
#include "report/html_table.h"
#include "report/numbers.h"
#include "report/page_sections.h"
#include "report/svg.h"
#include "statistics/days.h"

namespace pith::report {
namespace {

using memory::iso_date;
using statistics::DayFigures;

constexpr std::size_t kTrendDays = 90;

BarChart trend_chart(const std::string& title, const std::vector<DayFigures>& days,
                     double (*value)(const DayFigures&)) {
  BarChart chart;
  chart.title = title;
  for (const auto& day : days) {
    const bool first = static_cast<unsigned>(std::chrono::year_month_day(day.day).day()) == 1;
    chart.bars.push_back({first ? iso_date(day.day).substr(0, 7) : "",
                          value(day),
                          {},
                          fmt::format("{}: {:.0f}", iso_date(day.day), value(day))});
  }
  return chart;
}

/// The rows of `days` that the trend shows.
Table trend_table(const PageContent& page) {
  auto table = with_columns(table_named(page, "days"),
                            {column::day, column::answers, column::reviews, column::minutes,
                             column::score, column::true_retention});
  const auto shown = std::min<std::size_t>(table.rows.size(), kTrendDays);
  table.rows.erase(table.rows.begin(), table.rows.end() - static_cast<std::ptrdiff_t>(shown));
  return table;
}

std::string card(const std::string& label, const std::string& value, const std::string& note) {
  return fmt::format(R"(<div><dt>{}</dt><dd class="value">{}</dd><dd class="note">{}</dd></div>)",
                     html_escaped(label), html_escaped(value), html_escaped(note));
}

std::string effort_note(const PageContent& page, const statistics::Effort& effort) {
  return page.tr.format("{} · {} · score {}", counted(effort.points, "point", page.tr),
                        time_words(effort.seconds, page.tr), percent_or_dash(effort.score()));
}

std::string count(const PageContent& page, std::int64_t number, std::string_view noun) {
  return counted(number, noun, page.tr);
}

}  // namespace

std::string figure(const PageContent& page, const std::string& caption, const std::string& svg,
                   const Table& numbers) {
  return fmt::format("<figure><figcaption>{}</figcaption>{}{}</figure>", html_escaped(caption), svg,
                     folded_table(numbers, page.tr, caption));
}

std::string charts(const std::string& figures) {
  return fmt::format(R"(<div class="charts">{}</div>)", figures);
}

std::string overview_section(const PageContent& page) {
  const auto& s = page.figures;
  const auto& tr = page.tr;
  const auto& known = s.knowledge;
  const auto& today = s.done_today.effort;
  auto cards = card(tr("Today"), count(page, today.answers, "answer"),
                    today.answers > 0 ? effort_note(page, today) : tr("nothing yet"));
  cards += card(tr("Due"), count(page, s.forecast.due[0], "item"),
                tr.format("{} overdue · {} a day in the long run", grouped(s.forecast.overdue),
                          fmt::format("{:.1f}", s.forecast.load)));
  cards += card(tr("Streak"), count(page, s.streak.current, "day"),
                tr.format("{} forgiven · longest {}", s.streak.forgiven, s.streak.longest));
  cards += card(tr("Done in the period"), count(page, s.effort.answers, "answer"),
                effort_note(page, s.effort));
  cards += card(tr("Known items"),
                fmt::format("{} / {}", grouped(known.known_items), grouped(known.items)),
                tr.format("points: {} new, {} young, {} mature",
                          grouped(known.points - known.young - known.mature), grouped(known.young),
                          grouped(known.mature)));
  if (!s.expected.empty()) {
    cards += card(tr("Expected score today"), percent_or_dash(s.expected.back().score),
                  tr("if every known item were asked"));
  }
  if (s.recall.reviews > 0) {
    cards += card(tr("True retention"), percent_or_dash(s.recall.share()),
                  tr.format("foreseen {} · desired {}", percent_or_dash(s.recall.mean_predicted()),
                            percent_or_dash(s.recall.mean_desired())));
  }
  return section(tr("Overview"), fmt::format(R"(<dl class="cards">{}</dl>)", cards));
}

std::string trend_section(const PageContent& page) {
  const auto& s = page.figures;
  const auto days = statistics::last_days(s, kTrendDays);
  const auto numbers = trend_table(page);
  const auto reviews = page.tr.format("Reviews a day, last {} days", kTrendDays);
  const auto minutes = page.tr.format("Minutes a day, last {} days", kTrendDays);
  auto all = figure(page, reviews,
                    bar_chart(trend_chart(reviews, days,
                                          [](const DayFigures& day) {
                                            return static_cast<double>(day.effort.reviews);
                                          })),
                    numbers);
  all += figure(page, minutes,
                bar_chart(trend_chart(
                    minutes, days, [](const DayFigures& day) { return day.effort.seconds / 60; })),
                numbers);
  std::vector<Spot> spots;
  for (const auto& day : s.expected) {
    spots.push_back({iso_date(day.day), day.score,
                     fmt::format("{}: {} (n = {})", iso_date(day.day), percent_or_dash(day.score),
                                 grouped(day.items))});
  }
  if (!spots.empty()) {
    const auto title = page.tr("Expected score of known items");
    all += figure(page, title, line_chart(title, spots), table_named(page, "expected_score"));
  }
  return section(page.tr("Trend"), charts(all));
}

std::string calendar_section(const PageContent& page) {
  constexpr std::size_t kHalf = 27;
  const auto weeks = calendar_of(page.figures, 2 * kHalf);
  std::string all;
  for (const std::size_t half : {0UL, 1UL}) {
    const auto part = std::span(weeks).subspan(half * kHalf, kHalf);
    const auto last = half == 0 ? weeks[kHalf].monday - std::chrono::days{1} : page.figures.today;
    const auto title =
        page.tr.format("Answers by day, {} to {}", iso_date(part.front().monday), iso_date(last));
    all += fmt::format("<figure><figcaption>{}</figcaption>{}</figure>", html_escaped(title),
                       calendar_chart(title, part, month_names(page.tr), weekday_names(page.tr),
                                      [&](const CalendarDay& day) {
                                        return fmt::format("{}: {}", iso_date(day.day),
                                                           counted(day.answers, "answer", page.tr));
                                      }));
  }
  std::string key = html_escaped(page.tr("less")) + " ";
  for (int level = 0; level < 5; ++level) {
    key += fmt::format(
        R"(<svg width="12" height="12" aria-hidden="true"><rect class="l{}" width="11" height="11"/></svg>)",
        level);
  }
  key += " " + html_escaped(page.tr("more"));
  return section(
      page.tr("Calendar"),
      charts(all) + fmt::format(R"(<p class="soft"><span class="key">{}</span></p>)", key));
}

std::string forecast_section(const PageContent& page) {
  const auto& s = page.figures;
  if (s.knowledge.known_items == 0) {
    return "";
  }
  BarChart chart;
  chart.title = page.tr("Items due on each day");
  auto day = s.today;
  for (std::size_t i = 0; i < s.forecast.due.size(); ++i, day += std::chrono::days{1}) {
    chart.bars.push_back({i % 10 == 0 ? iso_date(day).substr(5) : "",
                          static_cast<double>(s.forecast.due.at(i)),
                          {},
                          fmt::format("{}: {}", iso_date(day), s.forecast.due.at(i))});
  }
  return section(
      page.tr("Due in the next 30 days"),
      charts(figure(page, chart.title, bar_chart(chart), table_named(page, "forecast"))));
}

}  // namespace pith::report
