#include "report/overview.h"

#include <cmath>

#include <fmt/format.h>

#include "text/words.h"

namespace pith::report {

namespace {

using statistics::Statistics;

std::string effort_line(const statistics::Effort& effort, const text::Messages& tr) {
  if (effort.answers == 0) {
    return tr("nothing yet");
  }
  auto line = tr.format("{}, {} · {} · score {}", counted(effort.answers, "answer", tr),
                        counted(effort.points, "point", tr), time_words(effort.seconds, tr),
                        percent_or_dash(effort.score()));
  if (effort.new_points > 0) {
    line += " · " + counted(effort.new_points, "new point", tr);
  }
  return line;
}

std::string due_line(const Statistics& s, const text::Messages& tr) {
  auto line = counted(s.forecast.due[0], "item", tr);
  if (s.forecast.overdue > 0) {
    line += tr.format(" ({} overdue)", grouped(s.forecast.overdue));
  }
  return line + " · " + tr.format("load {:.1f} a day", s.forecast.load);
}

std::string streak_line(const Statistics& s, const text::Messages& tr) {
  auto line = counted(s.streak.current, "day", tr);
  if (s.streak.forgiven > 0) {
    line += tr.format(" ({} forgiven)", s.streak.forgiven);
  }
  return line + " · " + tr.format("longest {}", s.streak.longest);
}

std::string known_line(const Statistics& s, const text::Messages& tr) {
  const auto& known = s.knowledge;
  auto line =
      tr.format("{0} of {1}", grouped(known.known_items), counted(known.items, "item", tr)) +
      " · " +
      tr.format("points: {} new, {} young, {} mature",
                grouped(known.points - known.young - known.mature), grouped(known.young),
                grouped(known.mature));
  if (known.leeches > 0) {
    line += " · " + counted(known.leeches, "leech", tr);
  }
  return line;
}

}  // namespace

LabelledLines overview_lines(const Statistics& s, const text::Messages& tr) {
  LabelledLines lines = {{tr("Today"), effort_line(s.done_today.effort, tr)},
                         {tr("Due"), due_line(s, tr)},
                         {tr("Streak"), streak_line(s, tr)}};
  lines.emplace_back(s.since ? tr.format("Since {}", memory::iso_date(*s.since)) : tr("In all"),
                     counted(static_cast<std::int64_t>(s.days.size()), "day", tr) + " · " +
                         effort_line(s.effort, tr));
  lines.emplace_back(tr("Known"), known_line(s, tr));
  if (!s.expected.empty()) {
    const auto& now = s.expected.back();
    lines.emplace_back(tr("Expected"),
                       tr.format("score {} if the {} known were asked today",
                                 percent_or_dash(now.score), counted(now.items, "item", tr)));
  }
  if (s.recall.reviews > 0) {
    lines.emplace_back(tr("Retention"), tr.format("{} of {} · foreseen {} · desired {}",
                                                  percent_or_dash(s.recall.share()),
                                                  counted(s.recall.reviews, "review", tr),
                                                  percent_or_dash(s.recall.mean_predicted()),
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

std::string period_name(std::string_view period, const text::Messages& tr) {
  return period == "today"       ? tr("today")
         : period == "yesterday" ? tr("yesterday")
         : period == "week"      ? tr("7 days")
         : period == "month"     ? tr("30 days")
         : period == "year"      ? tr("365 days")
                                 : tr("all");
}

std::string percent_or_dash(const std::optional<double>& share) {
  return share ? fmt::format("{}%", text::percent(*share)) : "–";
}

std::string time_words(double seconds, const text::Messages& tr) {
  constexpr double kManyHours = 10 * 3600.0;
  if (seconds < 60) {
    return tr.format("{:.0f} s", seconds);
  }
  const auto minutes = std::lround(seconds / 60);
  return seconds < 3600         ? tr.format("{} min", minutes)
         : seconds < kManyHours ? tr.format("{}:{:02} h", minutes / 60, minutes % 60)
                                : tr.format("{} h", grouped(std::lround(seconds / 3600)));
}

std::string counted(std::int64_t number, std::string_view noun, const text::Messages& tr) {
  if (!tr.is_english()) {
    return tr.count(static_cast<std::size_t>(number), noun);
  }
  const bool hisses = noun.ends_with("ch");
  return fmt::format("{} {}{}", grouped(number), noun, number == 1 ? "" : hisses ? "es" : "s");
}

}  // namespace pith::report
