#include "cli/plan_report.h"

#include <algorithm>
#include <numeric>
#include <vector>

#include <fmt/format.h>

#include "deck/item.h"
#include "report/json.h"
#include "text/display.h"
#include "text/words.h"

namespace pith::cli {
namespace {

using Json = nlohmann::ordered_json;
using memory::iso_date;

constexpr std::size_t kWeakest = 5;
constexpr std::size_t kTodayShown = 10;

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
  return json;
}

/// What three futures make of a deck or an item.
Json futures(const memory::Range& nothing, const memory::Range& schedule,
             const memory::Range& goal) {
  return {{"nothing", nothing.mean}, {"schedule", to_json(schedule)}, {"plan", to_json(goal)}};
}

const deck::Item& item_of(const PlanReport& report, std::size_t index) {
  return *report.items->candidates[index]->item;
}

std::string wrapped(const std::string& words, std::size_t columns) {
  std::string lines;
  for (const auto& line : text::wrap(text::sanitise(words), std::max<std::size_t>(columns, 10))) {
    lines += line + '\n';
  }
  return lines;
}

std::string share(const memory::Range& range) {
  return fmt::format("{} % ({}-{})", text::percent(range.mean), text::percent(range.low),
                     text::percent(range.high));
}

std::string effort(const memory::Forecast& forecast) {
  return fmt::format("{:.0f} min and {:.0f} questions a day", minutes(forecast.seconds_a_day),
                     forecast.questions_a_day);
}

std::string futures_text(const PlanReport& report, std::size_t columns) {
  return wrapped(
             fmt::format("Without another review: {} %", text::percent(report.nothing.score.mean)),
             columns) +
         wrapped(fmt::format("Reviewing what is due: {}, {}", share(report.schedule.score),
                             effort(report.schedule)),
                 columns) +
         wrapped(
             fmt::format("With the plan: {}, {}", share(report.goal.score), effort(report.goal)),
             columns);
}

std::string target_text(const PlanReport& report, std::size_t columns) {
  const auto target = text::percent(report.target);
  if (!report.needed) {
    return wrapped(
        fmt::format("{} % is out of reach by then, whatever the time; the plan makes the "
                    "best of {:.0f} min a day.",
                    target, minutes(report.seconds_a_day)),
        columns);
  }
  if (*report.needed <= 0) {
    return wrapped(fmt::format("{} % is reached without another review.", target), columns);
  }
  auto words = fmt::format("{} % takes about {:.0f} min a day", target, minutes(*report.needed));
  if (report.limited && report.seconds_a_day < *report.needed) {
    words += fmt::format("; the plan makes the best of {:.0f}", minutes(report.seconds_a_day));
  }
  return wrapped(words + ".", columns);
}

std::string decks_text(const PlanReport& report, std::size_t columns) {
  const auto& decks = report.items->decks;
  std::string lines;
  for (std::size_t i = 0; decks.size() > 1 && i < decks.size(); ++i) {
    lines += wrapped(fmt::format("{}  {}", share(report.goal.decks[i]), decks[i]), columns);
  }
  return lines.empty() ? lines : "\nBy deck:\n" + lines;
}

std::string one_line(const PlanReport& report, std::size_t item, const std::string& head,
                     std::size_t columns) {
  const auto line = head + "  " + deck::full_id(item_of(report, item));
  return text::truncate(text::sanitise(line), columns) + '\n';
}

std::string weakest_text(const PlanReport& report, std::size_t columns) {
  std::vector<std::size_t> order(report.goal.items.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::stable_sort(order, {}, [&](std::size_t i) { return report.goal.items[i].mean; });
  std::string lines = "\nWeakest on the day:\n";
  for (std::size_t i = 0; i < std::min(order.size(), kWeakest); ++i) {
    lines += one_line(report, order[i], share(report.goal.items[order[i]]), columns);
  }
  return lines;
}

std::string today_text(const PlanReport& report, std::size_t columns) {
  if (report.today.empty()) {
    return "\nNothing to do today.\n";
  }
  double seconds = 0;
  for (const auto& task : report.today) {
    seconds += task.seconds;
  }
  auto lines = fmt::format("\nToday, about {:.0f} min:\n", std::max(minutes(seconds), 1.0));
  for (std::size_t i = 0; i < std::min(report.today.size(), kTodayShown); ++i) {
    const auto& task = report.today[i];
    const auto all = item_of(report, task.item).points.size();
    lines +=
        one_line(report, task.item,
                 task.asked.size() == all ? text::plural(all, "point")
                                          : fmt::format("{} of {} points", task.asked.size(), all),
                 columns);
  }
  if (report.today.size() > kTodayShown) {
    lines += fmt::format("and {} more\n", report.today.size() - kTodayShown);
  }
  return lines +
         wrapped(fmt::format("`pith review --for {}` asks them.", iso_date(report.journey.on)),
                 columns);
}

}  // namespace

Json to_json(const PlanReport& report) {
  const auto& habits = report.journey.habits;
  Json json = {{"today", iso_date(report.journey.today)},
               {"on", iso_date(report.journey.on)},
               {"target", report.target},
               {"needed_minutes_a_day", report.needed ? Json(minutes(*report.needed)) : Json()},
               {"limit_minutes_a_day", minutes(report.seconds_a_day)},
               {"pace", {{"question", habits.pace.question}, {"point", habits.pace.point}}},
               {"credit", habits.credit},
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

std::string to_text(const PlanReport& report, std::size_t columns) {
  const auto days = (report.journey.on - report.journey.today).count();
  return wrapped(
             fmt::format("{}, in {}: the share of {} that you will know (8 times in 10 between)",
                         iso_date(report.journey.on),
                         text::plural(static_cast<std::size_t>(days), "day"),
                         text::plural(report.items->items.size(), "item")),
             columns) +
         '\n' + futures_text(report, columns) + '\n' + target_text(report, columns) +
         decks_text(report, columns) + weakest_text(report, columns) + today_text(report, columns);
}

}  // namespace pith::cli
