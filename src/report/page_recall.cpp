// Sections of the page about memory: what is recalled, and when.
#include "report/columns.h"
#include "report/html_table.h"
#include "report/numbers.h"
#include "report/page_sections.h"
#include "report/svg.h"

namespace pith::report {
namespace {

BarChart histogram(const std::string& title, const statistics::Distribution& found) {
  BarChart chart;
  chart.title = title;
  for (const auto& bin : found.bins) {
    const auto range =
        bin.to ? fmt::format("{:g}–{:g}", bin.from, *bin.to) : fmt::format("{:g}+", bin.from);
    chart.bars.push_back({fmt::format("{:g}{}", bin.from, bin.to ? "" : "+"),
                          static_cast<double>(bin.count),
                          {},
                          fmt::format("{}: {}", range, bin.count)});
  }
  return chart;
}

std::string recall_tip(const PageContent& page, const std::string& what,
                       const statistics::Recall& recall) {
  return fmt::format("{}: {} {} · {} {} · n = {}", what, page.tr("recalled"),
                     percent_or_dash(recall.share()), page.tr("foreseen"),
                     percent_or_dash(recall.mean_predicted()), grouped(recall.reviews));
}

std::string ages_figure(const PageContent& page) {
  BarChart chart;
  chart.title = page.tr("Recalled, by days since the last review");
  chart.top = 1.0;
  chart.percent = true;
  chart.wanted = page.figures.recall.mean_desired();
  for (const auto& age : page.figures.ages) {
    if (age.recall.reviews > 0) {
      const auto days =
          age.to ? fmt::format("{}–{}", age.from, *age.to) : fmt::format("{}+", age.from);
      chart.bars.push_back({fmt::format("{}{}", age.from, age.to ? "" : "+"), *age.recall.share(),
                            age.recall.mean_predicted(), recall_tip(page, days, age.recall)});
    }
  }
  const auto key = fmt::format(
      R"(<p class="soft"><span class="key"><svg width="10" height="10" aria-hidden="true"><rect class="first" width="10" height="10"/></svg>{}</span><span class="key"><svg width="10" height="10" aria-hidden="true"><rect class="second" width="10" height="10"/></svg>{}</span><span class="key"><svg width="16" height="10" aria-hidden="true"><path class="wanted" d="M0 5L16 5"/></svg>{}</span></p>)",
      page.tr("recalled"), page.tr("foreseen"), page.tr("desired"));
  return figure(page, chart.title, bar_chart(chart) + key, table_named(page, "retention_by_age"));
}

std::string calibration_figure(const PageContent& page) {
  std::vector<Match> matches;
  for (const auto& bin : page.figures.calibration.bins) {
    if (bin.recall.reviews > 0) {
      matches.push_back({*bin.recall.mean_predicted(), *bin.recall.share(),
                         static_cast<double>(bin.recall.reviews) /
                             static_cast<double>(page.figures.recall.reviews),
                         recall_tip(page, fmt::format("{:g}–{:g}", bin.from, bin.to), bin.recall)});
    }
  }
  const auto note =
      page.tr.format("Calibration error (by recall foreseen) {} · log loss {}",
                     fmt::format("{:.3f}", page.figures.calibration.rmse.value_or(0)),
                     fmt::format("{:.3f}", page.figures.calibration.log_loss.value_or(0)));
  const auto title = page.tr("Recalled against foreseen; on the dashed line they agree");
  return figure(
      page, title,
      match_chart(title, matches) + fmt::format(R"(<p class="soft">{}</p>)", html_escaped(note)),
      table_named(page, "calibration"));
}

std::string hours_figure(const PageContent& page) {
  const auto& s = page.figures;
  BarChart chart;
  chart.title = page.tr("Recalled by time of day");
  chart.top = 1.0;
  chart.percent = true;
  auto note = page.tr("No time of day stands out.");
  for (const auto& [from, to, recall] : s.hours) {
    const auto hours = fmt::format("{}–{}", from, to);
    chart.bars.push_back({hours, recall.share().value_or(0), {}, recall_tip(page, hours, recall)});
    if (s.best_hours == from) {
      note = page.tr.format("From {}:00 to {}:00 recall is better than chance explains.", from, to);
    }
  }
  return figure(page, chart.title,
                bar_chart(chart) + fmt::format(R"(<p class="soft">{}</p>)", html_escaped(note)),
                table_named(page, "time_of_day"));
}

}  // namespace

std::string retention_section(const PageContent& page) {
  if (page.figures.recall.reviews == 0) {
    return "";
  }
  return section(
      page.tr("Retention and calibration"),
      charts(ages_figure(page) + calibration_figure(page)) +
          fmt::format(
              R"(<div class="scroll" tabindex="0" role="region" aria-label="{0}">{1}</div>)",
              html_escaped(
                  page.tr("True retention: young memories have a stability below 21 days")),
              html_table(
                  with_columns(table_named(page, "true_retention"),
                               {column::period, column::young, column::mature, column::all,
                                column::reviews}),
                  page.tr,
                  {page.tr("True retention: young memories have a stability below 21 days")})));
}

std::string memory_section(const PageContent& page) {
  const auto& known = page.figures.knowledge;
  if (known.stability.count == 0) {
    return "";
  }
  const auto stability = page.tr("Points by stability, in days");
  const auto difficulty = page.tr("Points by difficulty, 1 to 10");
  return section(page.tr("Memory"),
                 charts(figure(page, stability, bar_chart(histogram(stability, known.stability)),
                               table_named(page, "stability")) +
                        figure(page, difficulty, bar_chart(histogram(difficulty, known.difficulty)),
                               table_named(page, "difficulty"))));
}

std::string habits_section(const PageContent& page) {
  const auto& s = page.figures;
  if (s.answer_seconds.count == 0) {
    return "";
  }
  const auto seconds = page.tr("Answers by time taken, in seconds");
  const auto note = page.tr.format("Median {} s · 90% within {} s",
                                   fmt::format("{:.0f}", *s.answer_seconds.median),
                                   fmt::format("{:.0f}", *s.answer_seconds.p90));
  auto all = figure(page, seconds,
                    bar_chart(histogram(seconds, s.answer_seconds)) +
                        fmt::format(R"(<p class="soft">{}</p>)", html_escaped(note)),
                    table_named(page, "answer_seconds"));
  if (s.recall.reviews > 0) {
    all += hours_figure(page);
  }
  return section(page.tr("Habits"), charts(all));
}

}  // namespace pith::report
