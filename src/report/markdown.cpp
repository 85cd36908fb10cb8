#include "report/markdown.h"

#include <fmt/format.h>

#include "report/words.h"
#include "text/display.h"
#include "text/emphasis.h"
#include "text/words.h"

namespace pith::report {
namespace {

using text::Messages;
using text::percent;

std::string heading(const std::string& words) {
  return fmt::format("\n## {}\n\n", words);
}

std::string topics(const Scorecard& card, const Messages& tr) {
  const auto shown = shown_topics(card);
  auto out = heading(tr("By topic")) + fmt::format("| {} | {} | {} |\n|---|---:|---:|\n",
                                                   tr("topic"), tr("questions"), tr("score"));
  for (const auto& topic : shown) {
    out += fmt::format("| {} | {} | {}% |\n", markdown_escaped(topic.topic), topic.questions,
                       percent(topic.score));
  }
  return shown.empty() ? std::string() : out;
}

std::string missing_points(const Mark& mark, const Messages& tr) {
  std::string missing;
  for (const auto& point : mark.points) {
    if (point.verdict != grading::Verdict::hit) {
      missing +=
          (missing.empty() ? "" : tr(", ")) + markdown_escaped(text::without_emphasis(point.name));
    }
  }
  return missing;
}

std::string questions(const Scorecard& card, const Messages& tr) {
  auto out =
      heading(tr("By question")) + fmt::format("| {} | {} | {} |\n|---|---:|---|\n", tr("question"),
                                               tr("score"), tr("not stated, or reversed"));
  for (const auto& mark : card.marks) {
    const auto score = mark.state == State::answered ? fmt::format("{}%", percent(mark.score))
                                                     : tr(outcome_of(mark));
    out += fmt::format("| {}{} | {}{} | {} |\n",
                       markdown_escaped(text::without_emphasis(mark.question)),
                       asked_anew_words(mark, tr), score, mark.time_over ? tr(", over time") : "",
                       missing_points(mark, tr));
  }
  return card.marks.empty() ? std::string() : out;
}

std::string reversed(const Scorecard& card, const Messages& tr) {
  std::string lines;
  for (const auto& mark : card.marks) {
    for (const auto& point : mark.points) {
      if (point.verdict == grading::Verdict::contradicted) {
        lines +=
            "- " +
            tr.format("{}: {}",
                      fmt::format("**{}**", markdown_escaped(text::without_emphasis(point.name))),
                      markdown_escaped(text::without_emphasis(mark.question))) +
            '\n';
      }
    }
  }
  return lines.empty() ? lines : heading(tr("Reversed")) + lines;
}

std::string missed_most(const Scorecard& card, const Messages& tr) {
  auto out = heading(tr("Missed most"));
  for (const auto& weak : card.missed_most) {
    out +=
        "- " +
        tr.format("**{}** ({}): {}", markdown_escaped(text::without_emphasis(weak.point)),
                  misses_words(weak, tr), markdown_escaped(text::without_emphasis(weak.question))) +
        '\n';
  }
  return card.missed_most.empty() ? std::string() : out;
}

std::string earlier(const Scorecard& card, const Messages& tr) {
  auto out =
      heading(card.mode == history::Mode::exam ? tr("Earlier exams") : tr("Earlier sessions"));
  for (const auto& each : card.earlier) {
    out += fmt::format("- {}\n", earlier_words(each, tr));
  }
  out += '\n' + what_counts_words(tr) + '\n';
  return card.earlier.empty() ? std::string() : out;
}

std::string learn_next(const Scorecard& card, const Messages& tr) {
  auto out = heading(tr("Learn next"));
  std::size_t number = 0;
  for (const auto& weak : card.learn_next) {
    out += fmt::format("{}. {}\n", ++number,
                       tr.format("{} ({})", markdown_escaped(title_of(weak, tr)),
                                 '`' + text::sanitise(drill_command(weak)) + '`'));
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

std::string to_markdown(const Scorecard& card, const text::Messages& tr) {
  const auto unfinished = unfinished_words(card, tr) + (card.unfinished ? "\n\n" : "");
  return fmt::format("# {}\n\n{}{}**{}**\n\n{}\n", markdown_escaped(tr(card.title)), unfinished,
                     tr.format("{}: ", memory::iso_date(card.when.day)), verdict_words(card, tr),
                     effort_words(card, tr)) +
         topics(card, tr) + questions(card, tr) + reversed(card, tr) + missed_most(card, tr) +
         earlier(card, tr) + learn_next(card, tr);
}

}  // namespace pith::report
