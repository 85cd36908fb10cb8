#include "report/overview.h"

#include <cmath>

#include <fmt/format.h>

#include "text/words.h"

namespace pith::report {

namespace {

using statistics::Statistics;

std::string effort_line(const statistics::Effort& effort) {
  if (effort.answers == 0) {
    return "nothing yet";
  }
  auto line = fmt::format("{}, {} · {} · score {}", counted(effort.answers, "answer"),
                          counted(effort.points, "point"), time_words(effort.seconds),
                          percent_or_dash(effort.score()));
  if (effort.new_points > 0) {
    line += " · " + counted(effort.new_points, "new point");
  }
  return line;
}

std::string due_line(const Statistics& s) {
  auto line = counted(s.forecast.due[0], "item");
  if (s.forecast.overdue > 0) {
    line += fmt::format(" ({} overdue)", grouped(s.forecast.overdue));
  }
  return line + fmt::format(" · load {:.1f} a day", s.forecast.load);
}

std::string streak_line(const Statistics& s) {
  auto line = counted(s.streak.current, "day");
  if (s.streak.forgiven > 0) {
    line += fmt::format(" ({} forgiven)", s.streak.forgiven);
  }
  return line + fmt::format(" · longest {}", s.streak.longest);
}

std::string known_line(const Statistics& s) {
  const auto& known = s.knowledge;
  auto line =
      fmt::format("{} of {} · points: {} new, {} young, {} mature", grouped(known.known_items),
                  counted(known.items, "item"), grouped(known.points - known.young - known.mature),
                  grouped(known.young), grouped(known.mature));
  if (known.leeches > 0) {
    line += " · " + counted(known.leeches, "leech");
  }
  return line;
}

}  // namespace

LabelledLines overview_lines(const Statistics& s) {
  LabelledLines lines = {{"Today", effort_line(s.done_today.effort)},
                         {"Due", due_line(s)},
                         {"Streak", streak_line(s)}};
  const auto period =
      s.since ? fmt::format("Since {}", memory::iso_date(*s.since)) : std::string("In all");
  lines.emplace_back(period, counted(static_cast<std::int64_t>(s.days.size()), "day") + " · " +
                                 effort_line(s.effort));
  lines.emplace_back("Known", known_line(s));
  if (!s.expected.empty()) {
    lines.emplace_back("Expected", fmt::format("score {} if everything were asked today",
                                               percent_or_dash(s.expected.back().score)));
  }
  if (s.recall.reviews > 0) {
    lines.emplace_back(
        "Retention",
        fmt::format("{} of {} · foreseen {} · desired {}", percent_or_dash(s.recall.share()),
                    counted(s.recall.reviews, "review"), percent_or_dash(s.recall.mean_predicted()),
                    percent_or_dash(s.recall.mean_desired())));
  }
  return lines;
}

std::string grouped(std::int64_t number) {
  auto digits = fmt::format("{}", number);
  for (auto at = static_cast<std::ptrdiff_t>(digits.size()) - 3; at > (number < 0 ? 1 : 0);
       at -= 3) {
    digits.insert(static_cast<std::size_t>(at), ",");
  }
  return digits;
}

std::string percent_or_dash(const std::optional<double>& share) {
  return share ? fmt::format("{}%", text::percent(*share)) : "–";
}

std::string time_words(double seconds) {
  constexpr double kManyHours = 10 * 3600.0;
  if (seconds < 60) {
    return fmt::format("{:.0f} s", seconds);
  }
  const auto minutes = std::lround(seconds / 60);
  return seconds < 3600         ? fmt::format("{} min", minutes)
         : seconds < kManyHours ? fmt::format("{}:{:02} h", minutes / 60, minutes % 60)
                                : fmt::format("{} h", grouped(std::lround(seconds / 3600)));
}

std::string counted(std::int64_t number, std::string_view noun) {
  const bool hisses = noun.ends_with("ch");
  return fmt::format("{} {}{}", grouped(number), noun, number == 1 ? "" : hisses ? "es" : "s");
}

}  // namespace pith::report
