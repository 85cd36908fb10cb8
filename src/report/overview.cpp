#include "report/overview.h"

#include "report/numbers.h"

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

}  // namespace pith::report
