#include "report/text.h"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "report/text_page.h"
#include "report/words.h"
#include "text/display.h"
#include "text/emphasis.h"
#include "text/words.h"

namespace pith::report {
namespace {

using text::percent;

void head(TextPage& page, const Scorecard& card, const text::Messages& tr) {
  page.line("", tr(card.title));
  if (card.unfinished) {
    page.say("", unfinished_words(card, tr));
  }
  page.say(page.bar(card.score) + "  ", verdict_words(card, tr));
  page.say("", effort_words(card, tr));
}

/// The points of a mark that got this verdict, behind the verdict; nothing if there are none.
void points_with(TextPage& page, const Mark& mark, grading::Verdict verdict,
                 const text::Messages& tr) {
  std::vector<std::string> names;
  for (const auto& point : mark.points) {
    if (point.verdict == verdict) {
      names.push_back(text::without_emphasis(point.name));
    }
  }
  if (!names.empty()) {
    page.line("        ", tr.format("{}: ", tr(grading::name_of(verdict))) +
                              fmt::format("{}", fmt::join(names, tr(", "))));
  }
}

/// One that has no answer: left out, or not come to before the end.
void unanswered_question(TextPage& page, const Mark& mark, const text::Messages& tr) {
  page.line("     -  ",
            tr.format("{} ({})", text::single_line(text::without_emphasis(mark.question)),
                      std::string(tr(outcome_of(mark)))));
}

void questions(TextPage& page, const Scorecard& card, const text::Messages& tr) {
  page.heading(tr("By question"));
  std::size_t shown = 0;
  for (const auto& mark : card.marks) {
    if (mark.state != State::answered) {
      if (mark.state == State::skipped || cut_short(card)) {
        unanswered_question(page, mark, tr);
      }
      continue;
    }
    page.line(
        fmt::format("  {:3}%  ", percent(mark.score)),
        text::single_line(text::without_emphasis(mark.question)) + asked_anew_words(mark, tr));
    for (const auto verdict :
         {grading::Verdict::partial, grading::Verdict::missed, grading::Verdict::contradicted}) {
      points_with(page, mark, verdict, tr);
    }
    if (mark.time_over && page.is_roomy()) {
      page.say("        ", tr("over time"));
    }
    ++shown;
  }
  page.say("  ", tr.format("`pith log --count {}` shows the answers.", shown));
}

void topics(TextPage& page, const Scorecard& card, const text::Messages& tr) {
  const auto shown = shown_topics(card);
  if (shown.empty()) {
    return;
  }
  page.heading(tr("By topic: score, questions"));
  std::size_t width = 0;
  for (const auto& topic : shown) {
    width = std::max(width, text::display_width(topic.topic));
  }
  width = std::min(width, page.columns() / 3);
  for (const auto& topic : shown) {
    const auto name = text::pad(text::truncate(text::sanitise(topic.topic), width), width);
    page.say(fmt::format("  {}  ", name), fmt::format("{} {:3}% · {}", page.bar(topic.score),
                                                      percent(topic.score), topic.questions));
  }
}

void missed_most(TextPage& page, const Scorecard& card, const text::Messages& tr) {
  if (card.missed_most.empty()) {
    return;
  }
  page.heading(tr("Missed most"));
  for (const auto& weak : card.missed_most) {
    page.line("  ",
              tr.format("{} ({})", text::without_emphasis(weak.point), misses_words(weak, tr)));
    page.line("    ", text::without_emphasis(weak.question));
  }
}

void earlier(TextPage& page, const Scorecard& card, const text::Messages& tr) {
  if (card.earlier.empty()) {
    return;
  }
  page.heading(card.mode == history::Mode::exam ? tr("Earlier exams") : tr("Earlier sessions"));
  for (const auto& each : card.earlier) {
    page.say("  ", earlier_words(each, tr));
  }
  if (page.is_roomy()) {
    page.say("  ", what_counts_words(tr));
  }
}

void learn_next(TextPage& page, const Scorecard& card, const text::Messages& tr) {
  if (card.learn_next.empty()) {
    return;
  }
  page.heading(tr("Learn next"));
  std::size_t number = 0;
  for (const auto& weak : card.learn_next) {
    page.line(fmt::format("  {}. ", ++number), title_of(weak, tr));
    page.command("     ", drill_command(weak));
  }
}

}  // namespace

std::string to_text(const Scorecard& card, const TextOptions& options) {
  TextPage page(options);
  if (card.unfinished && card.answered == 0) {
    page.say("", unfinished_words(card, options.tr));
    return page.take();
  }
  head(page, card, options.tr);
  if ((options.questions || card.mode == history::Mode::exam) && card.answered > 0) {
    questions(page, card, options.tr);
  }
  topics(page, card, options.tr);
  missed_most(page, card, options.tr);
  earlier(page, card, options.tr);
  learn_next(page, card, options.tr);
  return page.take();
}

}  // namespace pith::report
