// Sections of the statistics that are tables and lists.
#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>

#include <fmt/format.h>

#include "report/numbers.h"
#include "report/text_sections.h"
#include "report/words.h"
#include "text/display.h"
#include "text/emphasis.h"
#include "text/words.h"

namespace pith::report {
namespace {

using memory::iso_date;
using statistics::Statistics;

std::string share_cell(const statistics::Recall& recall) {
  return recall.reviews > 0 ? fmt::format("{:.1f}%", *recall.share() * 100) : "-";
}

/// How recall compares with what the decks ask for.
Tone tone_of(const statistics::Recall& recall) {
  constexpr double kNear = 0.05;
  const auto missing = *recall.mean_desired() - *recall.share();
  return missing <= 0 ? Tone::good : missing <= kNear ? Tone::fair : Tone::poor;
}

}  // namespace

void write_true_retention(TextPage& page, const Statistics& s) {
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

void write_retention_by_age(TextPage& page, const Statistics& s) {
  page.heading(page.tr()("Recalled after days: true, foreseen, desired"));
  const auto cells = page.is_roomy() ? 20UL : 0UL;
  for (const auto& age : s.ages) {
    if (age.recall.reviews == 0) {
      continue;
    }
    const auto days = age.to && *age.to == age.from ? fmt::format("{}", age.from)
                      : age.to                      ? fmt::format("{}-{}", age.from, *age.to)
                                                    : fmt::format("{}+", age.from);
    page.drawing({{Tone::plain, fmt::format("  {:>7} ", days)},
                  {tone_of(age.recall), page.bar(*age.recall.share(), cells)},
                  {Tone::plain, fmt::format(" {:>6}{:>5}%{:>5}%{:>9}", share_cell(age.recall),
                                            text::percent(*age.recall.mean_predicted()),
                                            text::percent(*age.recall.mean_desired()),
                                            grouped(age.recall.reviews))}});
  }
}

void write_time_of_day(TextPage& page, const Statistics& s) {
  if (s.recall.reviews == 0) {
    return;
  }
  const auto& tr = page.tr();
  page.heading(tr("Recalled by time of day, less what was foreseen"));
  for (const auto& [from, to, recall] : s.hours) {
    if (recall.reviews > 0) {
      page.drawing(
          {{Tone::plain, "  " + tr.format("{:02}-{:02} h", from, to) +
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

void write_weakest(TextPage& page, const Statistics& s) {
  if (s.weakest.empty()) {
    return;
  }
  const auto& tr = page.tr();
  page.heading(tr("Weakest points"));
  std::size_t number = 0;
  for (const auto& weak : s.weakest) {
    const auto& point = s.points[weak.point];
    page.line(fmt::format("{:>3}. ", ++number),
              tr.format("{} ({}): {}", text::without_emphasis(point.name),
                        history::full_id(s.items[point.item].id),
                        tr.format("failed {} of {}", point.failed, point.reviews)));
    if (!weak.said.empty()) {
      const auto head = "     " + tr("said: ");
      page.drawing(
          {{Tone::soft, head},
           {Tone::plain, TextPage::fitted(weak.said, page.columns() - text::display_width(head))}});
    }
  }
}

void write_confused(TextPage& page, const Statistics& s) {
  if (s.confused.empty()) {
    return;
  }
  page.heading(page.tr()("Confused: asked for, said instead"));
  for (const auto& each : s.confused) {
    page.line("  ", page.tr().format("{} ({}): said {} ({}), {} times", each.asked_point,
                                     each.asked_item, each.said_point, each.said_item, each.times));
  }
}

void write_overruled(TextPage& page, const Statistics& s) {
  if (s.grader.graded == 0) {
    return;
  }
  const auto overruled = s.grader.overruled();
  const auto& tr = page.tr();
  page.heading(tr("The grader overruled"));
  page.say("  ",
           tr.format("{} of {} ({:.1f}%) · {} raised, {} lowered", grouped(overruled),
                     counted(s.grader.graded, "graded point", tr),
                     100.0 * static_cast<double>(overruled) / static_cast<double>(s.grader.graded),
                     grouped(s.grader.raised), grouped(s.grader.lowered)));
}

void write_exams(TextPage& page, const Statistics& s) {
  constexpr std::size_t kShown = 5;
  if (s.exams.empty()) {
    return;
  }
  page.heading(page.tr()("Mock interviews"));
  for (std::size_t i = 0; i < std::min(kShown, s.exams.size()); ++i) {
    page.drawing(
        {{Tone::plain, fmt::format("  {}  ", iso_date(s.exams[i].day))},
         {Tone::accent, page.bar(s.exams[i].score, page.is_roomy() ? 10 : 6)},
         {Tone::plain, fmt::format(" {:>4}  {}", percent_or_dash(s.exams[i].score),
                                   counted(s.exams[i].questions, "question", page.tr()))}});
  }
}

void write_learn_next(TextPage& page, const Statistics& s) {
  if (s.learn_next.empty()) {
    return;
  }
  page.heading(page.tr()("Learn next"));
  for (const auto index : s.learn_next) {
    const auto& item = s.items[index];
    page.line(fmt::format("  {:>4}  ", percent_or_dash(item.expected)),
              text::plain_line(item.question, kLongestQuestion));
    page.command("        ", "pith drill " + history::full_id(item.id));
  }
}

}  // namespace pith::report
