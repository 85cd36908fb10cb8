#include "report/digest.h"

#include <algorithm>
#include <numeric>

#include "report/numbers.h"
#include "report/text_page.h"
#include "report/words.h"
#include "text/emphasis.h"

namespace pith::report {
namespace {

constexpr std::size_t kListed = 3;
constexpr std::ptrdiff_t kWeek = 7;

void done_lines(TextPage& page, const text::Messages& tr, const statistics::Statistics& s,
                memory::StudyDay first) {
  if (s.effort.answers == 0) {
    page.say("", tr("Nothing was answered."));
  } else {
    page.say("", tr.format("Studied on {} of {}: {}, {}, {}, score {}", s.days.size(),
                           counted((s.today - first).count() + 1, "day", tr),
                           counted(s.effort.answers, "answer", tr),
                           counted(s.effort.points, "point", tr), time_words(s.effort.seconds, tr),
                           percent_or_dash(s.effort.score())));
  }
  page.say("", tr.format("Streak: {}, longest {}", counted(s.streak.current, "day", tr),
                         s.streak.longest));
  if (s.recall.reviews > 0) {
    page.say("",
             tr.format("True retention: {} of {}, foreseen {}", percent_or_dash(s.recall.share()),
                       counted(s.recall.reviews, "review", tr),
                       percent_or_dash(s.recall.mean_predicted())));
  }
  if (s.expected.size() > 1) {
    page.say("", tr.format("Expected score of known items: {}, before {}",
                           percent_or_dash(s.expected.back().score),
                           percent_or_dash(s.expected.front().score)));
  }
}

void due_line(TextPage& page, const text::Messages& tr, const statistics::Forecast& forecast) {
  const auto week =
      std::accumulate(forecast.due.begin(), forecast.due.begin() + kWeek, std::int64_t{0});
  page.say("", tr.format("Due today: {} ({} overdue), in the next 7 days {}",
                         counted(forecast.due[0], "item", tr), grouped(forecast.overdue),
                         grouped(week)));
}

void lists(TextPage& page, const text::Messages& tr, const statistics::Statistics& s) {
  if (!s.weakest.empty()) {
    page.heading(tr("Weakest points"));
  }
  for (std::size_t i = 0; i < std::min(kListed, s.weakest.size()); ++i) {
    const auto& point = s.points[s.weakest[i].point];
    page.line("- ", tr.format("{} ({}): {}", text::without_emphasis(point.name),
                              history::full_id(s.items[point.item].id),
                              tr.format("failed {} of {}", point.failed, point.reviews)));
  }
  if (!s.learn_next.empty()) {
    page.heading(tr("Learn next"));
  }
  for (std::size_t i = 0; i < std::min(kListed, s.learn_next.size()); ++i) {
    const auto& item = s.items[s.learn_next[i]];
    page.line("- ", tr.format("{} ({}, {})", text::plain_line(item.question, kLongestQuestion),
                              history::full_id(item.id), percent_or_dash(item.expected)));
  }
}

}  // namespace

std::string digest(const statistics::Statistics& s, const TextOptions& options) {
  const auto& tr = options.tr;
  const auto first = s.since ? *s.since : s.days.empty() ? s.today : s.days.front().day;
  TextPage page(options);
  page.say("", tr.format("Progress, {} to {}", memory::iso_date(first), memory::iso_date(s.today)));
  done_lines(page, tr, s, first);
  due_line(page, tr, s.forecast);
  lists(page, tr, s);
  return page.take();
}

}  // namespace pith::report
