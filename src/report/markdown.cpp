#include "report/markdown.h"

#include <fmt/format.h>

#include "report/words.h"
#include "text/display.h"
#include "text/words.h"

namespace pith::report {
namespace {

using text::percent;

std::string topics(const Scorecard& card) {
  std::string out = "\n## By topic\n\n| topic | questions | score |\n|---|---:|---:|\n";
  for (const auto& topic : card.topics) {
    out += fmt::format("| {} | {} | {}% |\n", markdown_escaped(topic.topic), topic.questions,
                       percent(topic.score));
  }
  return card.topics.empty() ? std::string() : out;
}

std::string missing_points(const Mark& mark) {
  std::string missing;
  for (const auto& point : mark.points) {
    if (point.verdict != grading::Verdict::hit) {
      missing += (missing.empty() ? "" : ", ") + markdown_escaped(point.name);
    }
  }
  return missing;
}

std::string questions(const Scorecard& card) {
  std::string out = "\n## Questions\n\n| question | score | not stated |\n|---|---:|---|\n";
  for (const auto& mark : card.marks) {
    const auto score = mark.state == State::answered ? fmt::format("{}%", percent(mark.score))
                                                     : std::string(outcome_of(mark));
    const auto why = mark.why == session::Why::follow_up ? " (follow-up)"
                     : mark.why == session::Why::again   ? " (again)"
                                                         : "";
    out += fmt::format("| {}{} | {}{} | {} |\n", markdown_escaped(mark.question), why, score,
                       mark.time_over ? ", over time" : "", missing_points(mark));
  }
  return card.marks.empty() ? std::string() : out;
}

std::string missed_most(const Scorecard& card) {
  std::string out = "\n## Missed most\n\n";
  for (const auto& weak : card.missed_most) {
    out += fmt::format("- **{}** ({}): {}\n", markdown_escaped(weak.point), misses_words(weak),
                       markdown_escaped(weak.question));
  }
  return card.missed_most.empty() ? std::string() : out;
}

std::string earlier(const Scorecard& card) {
  std::string out =
      card.mode == history::Mode::exam ? "\n## Earlier exams\n\n" : "\n## Earlier sessions\n\n";
  for (const auto& each : card.earlier) {
    out += fmt::format("- {}\n", earlier_words(each));
  }
  return card.earlier.empty() ? std::string() : out;
}

std::string learn_next(const Scorecard& card) {
  std::string out = "\n## Learn next\n\n";
  std::size_t number = 0;
  for (const auto& weak : card.learn_next) {
    out += fmt::format("{}. {} (`{}`)\n", ++number, markdown_escaped(title_of(weak)),
                       drill_command(weak));
  }
  return card.learn_next.empty() ? std::string() : out;
}

}  // namespace

std::string markdown_escaped(std::string_view text) {
  std::string escaped;
  for (const char c : text::sanitise(text)) {
    if (c == '\n' || c == '\t') {
      escaped += ' ';
      continue;
    }
    if (std::string_view("\\`*_{}[]<>#|~&!").find(c) != std::string_view::npos) {
      escaped += '\\';
    }
    escaped += c;
  }
  return escaped;
}

std::string to_markdown(const Scorecard& card) {
  return fmt::format("# {}\n\n{}: **{}**\n\n{}\n", markdown_escaped(card.title),
                     memory::iso_date(card.when.day), verdict_words(card), effort_words(card)) +
         topics(card) + questions(card) + missed_most(card) + earlier(card) + learn_next(card);
}

}  // namespace pith::report
