#include "cli/history/item_history.h"

#include <algorithm>
#include <ostream>

#include <fmt/format.h>

#include "cli/files/open_history.h"
#include "cli/sitting.h"
#include "deck/points.h"
#include "grading/verdict.h"
#include "history/item_id.h"
#include "history/present_names.h"
#include "report/json.h"
#include "report/text_page.h"
#include "text/display.h"
#include "text/words.h"

namespace pith::cli {
namespace {

using base::Json;
using base::or_null;
using memory::iso_date;

constexpr std::size_t kStrip = 24;    ///< Verdicts that are shown, the latest.
constexpr std::size_t kAnswers = 10;  ///< Past answers that are shown.
constexpr std::size_t kNarrowestLine = 10;
constexpr std::size_t kTwoColumns = 70;  ///< Cells that two columns need.

void add_steps(std::vector<PointHistory>& points, const ItemAccount& account) {
  for (const auto& step : account.steps) {
    for (const auto& point : step.points) {
      if (const auto place = deck::place_of_point(*account.item, point.point)) {
        points[*place].steps.push_back(point);
        points[*place].days.push_back(step.event.stamp.when.day);
      }
    }
  }
}

std::vector<PointHistory> points_of(const ItemAccount& account) {
  const memory::ForgettingCurve curve(account.parameters);
  const auto& known = account.candidate.memory.points;
  std::vector<PointHistory> points(account.item->points.size());
  for (std::size_t i = 0; i < points.size(); ++i) {
    points[i].memory = known.at(i).memory;
    points[i].suspended = known[i].suspended;
    points[i].retrievability = memory::retrievability(known[i].memory, curve, account.today);
    if (account.reckoning) {
      points[i].floor_day = account.reckoning->floor_days.at(i);
    }
  }
  add_steps(points, account);
  return points;
}

/// Lines of text of a deck or an answer, safe to print.
std::vector<std::string> lines_of(std::string_view text, std::size_t width) {
  return text::wrap(text::sanitise(text), std::max(width, kNarrowestLine));
}

/// What an answer was asked for, each point with its verdict.
std::vector<std::string> points_lines(const deck::Item& item, const history::Answer& answer,
                                      const terminal::Style& style, std::size_t width) {
  std::vector<std::string> lines;
  for (const auto& asked : answer.points) {
    const auto* known = deck::find_point(item, asked.id);
    const auto& name = known != nullptr ? known->name : asked.id;
    auto head = fmt::format("{} ", style.glyph(asked.verdict));
    for (const auto& line : lines_of(name, width - 2)) {
      lines.push_back(head + line);
      head = "  ";
    }
  }
  return lines;
}

void print_columns(std::ostream& out, std::vector<std::string> left, std::vector<std::string> right,
                   std::size_t width) {
  const auto rows = std::max(left.size(), right.size());
  left.resize(rows);
  right.resize(rows);
  for (std::size_t i = 0; i < rows; ++i) {
    auto row = "  " + text::pad(left[i], width) + "  " + right[i];
    row.erase(row.find_last_not_of(' ') + 1);
    out << row << '\n';
  }
}

void print_answer(Context& context, const deck::Item& item, const history::LoggedAnswer& logged) {
  const auto style = style_for(context);
  context.out << fmt::format("\n{}  {}%  {}\n", iso_date(logged.stamp.when.day),
                             text::percent(score_of(logged.answer)),
                             context.tr(name_of(logged.answer.mode)));
  const auto text = logged.redacted              ? context.tr("(redacted)")
                    : logged.answer.text.empty() ? context.tr("(nothing said)")
                                                 : logged.answer.text;
  if (context.screen.columns >= kTwoColumns) {
    const auto width = (context.screen.columns - 4) / 2;
    print_columns(context.out, lines_of(text, width),
                  points_lines(item, logged.answer, style, width), width);
    return;
  }
  const auto width = std::max(context.screen.columns, kNarrowestLine + 2) - 2;
  print_columns(context.out, lines_of(text, width), {}, width);
  print_columns(context.out, points_lines(item, logged.answer, style, width), {}, width);
}

}  // namespace

ItemHistory history_of(const Context& context, const deck::Item& item) {
  const auto history = read_history(context);
  ItemHistory found;
  found.account = account_of(context, history, item);
  found.points = points_of(found.account);
  history::AnswerFilter filter;
  filter.item = history::id_of(item);
  filter.newest_first = true;
  filter.limit = kAnswers;
  for (auto& logged : history.answers(filter)) {
    found.answers.push_back(with_present_points(history, std::move(logged)));
  }
  return found;
}

Json point_history_json(const PointHistory& point) {
  auto steps = Json::array();
  for (std::size_t i = 0; i < point.steps.size(); ++i) {
    const auto& step = point.steps[i];
    steps.push_back({{"day", iso_date(point.days.at(i))},
                     {"verdict", grading::name_of(step.verdict)},
                     {"credit", step.credit},
                     {"stability", or_null(step.state, &memory::MemoryState::stability)}});
  }
  return steps;
}

void print_point_history(Context& context, const PointHistory& point, std::size_t indent) {
  const auto& steps = point.steps;
  if (steps.empty()) {
    return;
  }
  const auto room = std::max(context.screen.columns, indent + 20 + kNarrowestLine) - indent - 20;
  const auto shown = std::min({steps.size(), kStrip, room});
  const auto style = style_for(context);
  std::string strip;
  std::vector<double> stabilities;
  for (auto i = steps.size() - shown; i < steps.size(); ++i) {
    strip += style.glyph(steps[i].verdict);
    stabilities.push_back(steps[i].state ? steps[i].state->stability : 0.0);
  }
  const report::TextPage page({context.screen.columns, context.screen.unicode});
  const auto last = iso_date(point.days.back());
  const auto& weak = point.floor_day;
  const auto& tr = context.tr;
  const std::string margin(indent, ' ');
  context.out << margin << tr.format("verdicts   {}", strip) << '\n'
              << (stabilities.size() > 1
                      ? margin + tr.format("stability  {}", page.sparkline(stabilities)) + '\n'
                      : std::string())
              << margin
              << (weak ? tr.format("last {}, weak from {}", last, iso_date(*weak))
                       : tr.format("last {}", last))
              << '\n';
}

void print_next_dates(Context& context, const ItemHistory& history) {
  const auto& due = history.account.candidate.due;
  const auto expected = score_on(history.account, history.account.today);
  if (due && expected) {
    context.out << '\n'
                << context.tr.format("Due {}; expected score today {}%", iso_date(*due),
                                     text::percent(*expected))
                << '\n';
  }
}

void print_answers(Context& context, const deck::Item& item, const ItemHistory& history) {
  if (history.answers.empty()) {
    context.out << '\n' << context.tr("Not answered yet.") << '\n';
    return;
  }
  context.out << '\n'
              << (context.screen.columns >= kTwoColumns
                      ? context.tr("Past answers, beside what they were asked for:")
                      : context.tr("Past answers:"))
              << '\n';
  for (const auto& logged : history.answers) {
    print_answer(context, item, logged);
  }
}

}  // namespace pith::cli
