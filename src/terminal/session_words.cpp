#include "terminal/session_words.h"

#include <algorithm>
#include <chrono>
#include <cmath>

#include "text/display.h"
#include "text/words.h"

namespace pith::terminal {

using grading::Verdict;
using session::Question;
using session::Result;
using session::Summary;
using text::percent;

std::string why_words(session::Why why, const text::Messages& tr) {
  switch (why) {
    case session::Why::fresh:
      return " · " + tr("new");
    case session::Why::again:
      return " · " + tr("again");
    case session::Why::follow_up:
      return " · " + tr("follow-up");
    case session::Why::due:
    case session::Why::practice:
      return "";
  }
  return "";
}

std::string expectation(const Question& question, const text::Messages& tr) {
  const auto count = question.asked.size();
  switch (question.item->kind) {
    case deck::Kind::points:
      return count == question.item->points.size()
                 ? tr.count(count, "point")
                 : tr.format("{} of {} asked", count,
                             tr.count(question.item->points.size(), "point"));
    case deck::Kind::cloze: {
      const auto gaps = std::ranges::count_if(question.item->cloze, [&](const auto& part) {
        return part.point && std::ranges::find(question.asked, *part.point) != question.asked.end();
      });
      return gaps == 1 ? tr("fill the gap") : tr.format("fill {} gaps, separated by commas", gaps);
    }
    case deck::Kind::choices:
      return tr("the right letters, separated by commas");
    case deck::Kind::number:
      return tr("a number");
    case deck::Kind::card:
      return tr("how well you knew it: 1 again, 2 hard, 3 good, 4 easy");
    case deck::Kind::short_answer:
      return tr("a short answer");
  }
  return "";
}

std::string due_words(const Result& result, const text::Messages& tr) {
  if (!result.due) {
    return !result.scheduled ? tr("not scheduled")
           : result.aided    ? tr("only logged: just read")
                             : std::string();
  }
  const auto days = (*result.due - result.day).count();
  if (result.comes_back && days > 0) {
    return days == 1 ? tr("again in this session, then tomorrow")
                     : tr.format("again in this session, then in {} days", days);
  }
  return days <= 0   ? tr("again today")
         : days == 1 ? tr("again tomorrow")
                     : tr.format("again in {} days", days);
}

std::string excerpt(std::string_view answer, const grading::Span& span, std::size_t cells) {
  return text::truncate(text::single_line(answer.substr(span.begin, span.end - span.begin)), cells);
}

std::string summary_words(const Summary& summary, const text::Messages& tr) {
  if (summary.answers == 0) {
    return summary.left == 0 && summary.skipped == 0 ? tr("Nothing to ask.")
                                                     : tr("Nothing was answered.");
  }
  const auto points = summary.points[0] + summary.points[1] + summary.points[2] + summary.points[3];
  auto line =
      tr.format("{} · {}% · {} of {} hit", tr.count(summary.answers, "answer"),
                percent(summary.score), summary.of(Verdict::hit), tr.count(points, "point"));
  if (summary.repeated > 0) {
    line += " · " + tr.format("{} more when asked again", summary.regained);
  }
  const auto time = std::chrono::seconds(std::lround(summary.seconds));
  if (time.count() > 0) {
    line += " · " + tr.duration(time);
  }
  if (summary.left > summary.again) {
    line += " · " + tr.format("{} left", summary.left - summary.again);
  }
  if (summary.again > 0) {
    line += " · " + tr.format("{} not asked again", summary.again);
  }
  return line;
}

std::string learned_words(grading::Verdict verdict, const text::Messages& tr) {
  switch (verdict) {
    case grading::Verdict::missed:
      return tr("will not count for this point: “{}”");
    case grading::Verdict::contradicted:
      return tr("will count as the reverse of this point: “{}”");
    default:
      return tr("learned: “{}”");
  }
}

}  // namespace pith::terminal
