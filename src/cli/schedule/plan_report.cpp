#include "cli/schedule/plan_report.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <vector>

#include <fmt/format.h>

#include "cli/printable.h"
#include "deck/item.h"
#include "report/json.h"
#include "text/display.h"
#include "text/words.h"

namespace pith::cli {
namespace {

using base::Json;
using base::or_null;
using memory::iso_date;

constexpr std::size_t kWeakest = 5;
constexpr std::size_t kTodayShown = 10;

std::size_t rounded(double number) {
  return static_cast<std::size_t>(std::max(0L, std::lround(number)));
}

double minutes(double seconds) {
  return seconds / 60;
}

Json to_json(const memory::Range& range) {
  return {{"score", range.mean}, {"low", range.low}, {"high", range.high}};
}

Json to_json(const memory::Forecast& forecast) {
  auto json = to_json(forecast.score);
  json["minutes_a_day"] = minutes(forecast.seconds_a_day);
  json["questions_a_day"] = forecast.questions_a_day;
  json["introduced"] = forecast.introduced;
  return json;
}

/// What three futures make of a deck or an item.
Json futures(const memory::Range& nothing, const memory::Range& schedule,
             const memory::Range& goal) {
  return {{"nothing", nothing.mean}, {"schedule", to_json(schedule)}, {"plan", to_json(goal)}};
}

/// Items that were never asked.
std::int64_t new_items(const PlanReport& report) {
  return std::ranges::count_if(report.items->items, [](const auto& item) { return !item.due; });
}

const deck::Item& item_of(const PlanReport& report, std::size_t index) {
  return *report.items->candidates[index]->item;
}

std::string share(const memory::Range& range, const text::Messages& tr) {
  return tr.format("{}% ({}-{})", text::percent(range.mean), text::percent(range.low),
                   text::percent(range.high));
}

std::string effort(const memory::Forecast& forecast, const text::Messages& tr) {
  return tr.format("on average {:.0f} min and {} a day", minutes(forecast.seconds_a_day),
                   tr.count(rounded(forecast.questions_a_day), "question"));
}

/// What is printed, for a window of some columns.
class PlanText {
 public:
  PlanText(const PlanReport& report, std::size_t columns, const text::Messages& tr)
      : report_(report), columns_(columns), tr_(tr) {}

  [[nodiscard]] std::string whole() const {
    const auto days = (report_.journey.on - report_.journey.today).count();
    const auto head =
        tr_.format("{}, in {}: the share of {} that you will know (8 times in 10 between)",
                   iso_date(report_.journey.on), tr_.count(static_cast<std::size_t>(days), "day"),
                   tr_.count(report_.items->items.size(), "item"));
    return lines_of(head) + '\n' + futures() + '\n' + lines_of(target()) + decks() + weakest() +
           today();
  }

 private:
  [[nodiscard]] std::string lines_of(const std::string& words) const {
    return wrapped(words, columns_);
  }

  [[nodiscard]] std::string futures() const {
    return lines_of(tr_.format("Without another review: {}%",
                               text::percent(report_.nothing.score.mean))) +
           lines_of(tr_.format("Reviewing what is due: {}, {}", share(report_.schedule.score, tr_),
                               effort(report_.schedule, tr_))) +
           lines_of(tr_.format("With the plan: {}, {}", share(report_.goal.score, tr_),
                               effort(report_.goal, tr_))) +
           introduced();
  }

  /// What becomes of the items that were never asked.
  [[nodiscard]] std::string introduced() const {
    const auto fresh = new_items(report_);
    return fresh == 0
               ? ""
               : lines_of(tr_.format(
                     "Of {} never asked, reviewing what is due asks {} by then, the plan "
                     "{}.",
                     tr_.count(static_cast<std::size_t>(fresh), "item"),
                     rounded(report_.schedule.introduced), rounded(report_.goal.introduced)));
  }

  [[nodiscard]] std::string target() const {
    const auto target = text::percent(report_.target);
    if (!report_.needed) {
      return tr_.format(
          "{}% is out of reach by then, whatever the time; the plan makes the best of {:.0f} min "
          "a day.",
          target, minutes(report_.seconds_a_day));
    }
    if (*report_.needed <= 0) {
      return tr_.format("{}% is reached without another review.", target);
    }
    const auto needed = minutes(*report_.needed);
    return report_.limited && report_.seconds_a_day < *report_.needed
               ? tr_.format("{}% takes up to {:.0f} min a day; the plan makes the best of {:.0f}.",
                            target, needed, minutes(report_.seconds_a_day))
               : tr_.format("{}% takes up to {:.0f} min a day.", target, needed);
  }

  [[nodiscard]] std::string decks() const {
    const auto& decks = report_.items->decks;
    std::string lines;
    for (std::size_t i = 0; decks.size() > 1 && i < decks.size(); ++i) {
      lines += lines_of(fmt::format("{}  {}", share(report_.goal.decks[i], tr_), decks[i]));
    }
    return lines.empty() ? lines : '\n' + tr_("By deck:") + '\n' + lines;
  }

  [[nodiscard]] std::string item_line(std::size_t item, const std::string& head) const {
    const auto line = head + "  " + deck::full_id(item_of(report_, item));
    return text::truncate(text::sanitise(line), columns_) + '\n';
  }

  [[nodiscard]] std::string weakest() const {
    std::vector<std::size_t> order(report_.goal.items.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, {}, [&](std::size_t i) { return report_.goal.items[i].mean; });
    auto lines = '\n' + tr_("Weakest on the day:") + '\n';
    for (std::size_t i = 0; i < std::min(order.size(), kWeakest); ++i) {
      lines += item_line(order[i], share(report_.goal.items[order[i]], tr_));
    }
    return lines;
  }

  [[nodiscard]] std::string asked(const memory::GoalTask& task) const {
    const auto all = item_of(report_, task.item).points.size();
    return task.asked.size() == all ? tr_.count(all, "point")
                                    : tr_.format("{} of {} points", task.asked.size(), all);
  }

  [[nodiscard]] std::string today() const {
    if (report_.today.empty()) {
      return '\n' + tr_("Nothing to do today.") + '\n';
    }
    double seconds = 0;
    for (const auto& task : report_.today) {
      seconds += task.seconds;
    }
    auto lines =
        '\n' + tr_.format("Today, about {:.0f} min:", std::max(minutes(seconds), 1.0)) + '\n';
    for (std::size_t i = 0; i < std::min(report_.today.size(), kTodayShown); ++i) {
      lines += item_line(report_.today[i].item, asked(report_.today[i]));
    }
    if (report_.today.size() > kTodayShown) {
      lines += tr_.format("and {} more", report_.today.size() - kTodayShown) + '\n';
    }
    return lines + lines_of(text::sanitise(tr_.format("`{}` asks them.", report_.review)));
  }

  const PlanReport& report_;
  std::size_t columns_;
  const text::Messages& tr_;
};

}  // namespace

Json to_json(const PlanReport& report) {
  const auto& habits = report.journey.habits;
  Json json = {{"today", iso_date(report.journey.today)},
               {"on", iso_date(report.journey.on)},
               {"target", report.target},
               {"needed_minutes_a_day", or_null(report.needed, minutes)},
               {"limit_minutes_a_day", minutes(report.seconds_a_day)},
               {"pace", {{"question", habits.pace.question}, {"point", habits.pace.point}}},
               {"credit", habits.credit},
               {"new_items", new_items(report)},
               {"nothing", report.nothing.score.mean},
               {"schedule", to_json(report.schedule)},
               {"plan", to_json(report.goal)},
               {"decks", Json::object()},
               {"items", Json::array()},
               {"do_today", Json::array()}};
  for (std::size_t i = 0; i < report.items->decks.size(); ++i) {
    json["decks"][report.items->decks[i]] =
        futures(report.nothing.decks[i], report.schedule.decks[i], report.goal.decks[i]);
  }
  for (std::size_t i = 0; i < report.items->items.size(); ++i) {
    Json item = {{"item", deck::full_id(item_of(report, i))}};
    item.update(futures(report.nothing.items[i], report.schedule.items[i], report.goal.items[i]));
    json["items"].push_back(std::move(item));
  }
  for (const auto& task : report.today) {
    const auto& item = item_of(report, task.item);
    Json points = Json::array();
    for (const auto i : task.asked) {
      points.push_back(item.points[i].id);
    }
    json["do_today"].push_back({{"item", deck::full_id(item)},
                                {"points", std::move(points)},
                                {"gain", task.gain},
                                {"seconds", task.seconds}});
  }
  return json;
}

std::string to_text(const PlanReport& report, std::size_t columns, const text::Messages& tr) {
  return PlanText(report, columns, tr).whole();
}

}  // namespace pith::cli
