#include "report/tap.h"

#include <fmt/format.h>

#include "report/json.h"
#include "report/words.h"
#include "text/display.h"

namespace pith::report {
namespace {

/// Text in quotes that YAML reads back as it was.
std::string quoted(const std::string& text) {
  return line(Json(text));
}

/// A description on one line in which nothing is a directive.
std::string described(std::string_view text) {
  std::string safe;
  for (const char c : text::sanitise(text)) {
    if (c == '#' || c == '\\') {
      safe += '\\';
    }
    safe += c == '\n' || c == '\t' ? ' ' : c;
  }
  return safe;
}

std::string test_point(const Mark& mark, std::size_t number) {
  if (mark.state != State::answered) {
    return fmt::format("ok {} - {} # SKIP {}\n", number, described(mark.item), outcome_of(mark));
  }
  auto tap = fmt::format("{} {} - {}\n  ---\n  score: {:.4f}\n  question: {}\n  points:\n",
                         mark.passed ? "ok" : "not ok", number, described(mark.item), mark.score,
                         quoted(mark.question));
  for (const auto& point : mark.points) {
    tap += fmt::format("    - {}\n", quoted(point_words(point)));
  }
  return tap + "  ...\n";
}

}  // namespace

std::string to_tap(const Scorecard& card) {
  std::string points;
  std::size_t number = 0;
  for (const auto& mark : card.marks) {
    if (session::is_first(mark.why)) {
      points += test_point(mark, ++number);
    }
  }
  if (failed_as_a_whole(card)) {
    points += fmt::format("not ok {} - pass mark\n", ++number);
  }
  return fmt::format("TAP version 14\n1..{}\n{}# {}\n", number, points,
                     described(verdict_words(card)));
}

}  // namespace pith::report
