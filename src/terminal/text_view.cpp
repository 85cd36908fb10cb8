#include "terminal/text_view.h"

#include <algorithm>
#include <ostream>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "deck/cloze.h"
#include "grading/reason.h"
#include "grading/verdict_word.h"
#include "session/phrase.h"
#include "terminal/markdown.h"
#include "terminal/marked_text.h"
#include "terminal/session_words.h"
#include "text/display.h"
#include "text/words.h"

namespace pith::terminal {
namespace {

using grading::Verdict;
using session::Question;
using session::Result;
using session::Summary;
using text::percent;

constexpr std::size_t kNarrowest = 20;
constexpr std::size_t kBarCells = 10;

/// Reasons that say no more than the verdict does.
bool is_plain(const grading::Reason& reason) {
  namespace code = grading::reason;
  return reason.code.empty() || reason.code == code::kAbsent || reason.code == code::kElsewhere ||
         reason.code == code::kEmpty || reason.code == code::kEqual;
}

}  // namespace

TextView::TextView(std::ostream& out, const Style& style, TextViewOptions options)
    : out_(out), style_(style), tr_(style.tr()), options_(std::move(options)) {}

std::size_t TextView::columns() const {
  return std::max(options_.columns ? options_.columns() : 80, kNarrowest);
}

void TextView::say(std::string_view words) {
  paragraph(Role::dim, style_.own(std::string(words)));
  out_.flush();
}

void TextView::show_hint(std::string_view hint) {
  paragraph(Role::dim, style_.quoting(tr_("Hint: {}"), {without_emphasis(hint)}));
  out_.flush();
}

void TextView::paragraph(Role role, std::string_view text, std::size_t indent) {
  hanging(role, std::string(indent, ' '), text, indent);
}

/// `head` before the first line, the others indented.
void TextView::hanging(Role role, std::string_view head, std::string_view text,
                       std::size_t indent) {
  std::string start(head);
  for (const auto& line :
       text::wrap(text::sanitise(text), std::max<std::size_t>(columns() - indent, 4))) {
    out_ << start << style_.paint(role, line) << '\n';
    ++written_;
    start.assign(indent, ' ');
  }
}

void TextView::show(const Question& question) {
  if (!first_) {
    out_ << '\n';
  }
  first_ = false;
  context_line(question);
  paragraph(Role::heading, without_emphasis(question.text));
  options_of(question);
  what_is_asked(question);
  out_.flush();
}

void TextView::context_line(const Question& question) {
  const auto dot = style_.own(" · ");
  auto line = question.item->deck + dot + tr_.format("{} of {}", question.number, question.total) +
              style_.own(why_words(question.why, tr_));
  if (!question.section.empty()) {
    line += dot + question.section;
  }
  if (question.time_limit) {
    line += dot + text::with_hard_spaces(tr_.duration(*question.time_limit));
  }
  paragraph(Role::dim, line);
}

void TextView::options_of(const Question& question) {
  for (std::size_t i = 0; i < question.options.size(); ++i) {
    const auto option = question.options[i];
    const auto letter = session::letter_of(options_.interactive ? i : option);
    hanging(Role::plain, "  " + letter + ") ",
            without_emphasis(question.item->choices.at(option).text), letter.size() + 4);
  }
}

void TextView::what_is_asked(const Question& question) {
  if (!question.shown.empty() && question.item->kind == deck::Kind::points) {
    std::vector<std::string> names;
    for (const auto index : question.shown) {
      names.push_back(question.item->points.at(index).name);
    }
    paragraph(Role::dim, tr_.format("not asked now: {}", fmt::join(names, style_.own(" · "))));
  }
  if (!options_.interactive || question.item->kind != deck::Kind::card) {
    paragraph(Role::dim, expectation(question, tr_));
  }
}

std::vector<std::size_t> TextView::display_order(const Result& result) {
  std::vector<std::size_t> order;
  for (const auto verdict :
       {Verdict::hit, Verdict::partial, Verdict::contradicted, Verdict::missed}) {
    for (std::size_t i = 0; i < result.points.size(); ++i) {
      if (result.points[i].verdict == verdict) {
        order.push_back(i);
      }
    }
  }
  return order;
}

void TextView::show(const Result& result) {
  show(result, display_order(result));
}

void TextView::show(const Result& result, const std::vector<std::size_t>& order) {
  if (!options_.feedback) {
    return;
  }
  written_ = 0;
  if (options_.interactive) {
    marked_answer(result);
  }
  std::size_t number = 0;
  for (const auto outcome : order) {
    point_line(result, outcome, ++number);
    point_details(result, outcome);
  }
  background_of(*result.item);
  if (result.cut) {
    paragraph(Role::error, tr_("The answer was too long: its end was not graded."));
  }
  recall_verdicts(result, order);
  score_line(result);
  out_.flush();
}

void TextView::show_answer(std::string_view text) {
  if (!text.empty()) {
    hanging(Role::plain, "> ", text, 2);
    out_.flush();
  }
}

void TextView::show_solution(const Question& question) {
  const auto& item = *question.item;
  if (item.kind == deck::Kind::cloze) {
    paragraph(Role::plain, without_emphasis(deck::filled(item.cloze)), 2);
  } else {
    for (const auto index : question.asked) {
      const auto& point = item.points.at(index);
      hanging(Role::plain, item.kind == deck::Kind::points ? style_.own("  · ") : "  ",
              without_emphasis(point.name), item.kind == deck::Kind::points ? 4 : 2);
      if (!point.detail.empty()) {
        paragraph(Role::dim, without_emphasis(point.detail), 4);
      }
    }
  }
  background_of(item);
  out_.flush();
}

void TextView::show_change(const Result& result, std::size_t outcome, std::size_t number) {
  point_line(result, outcome, number);
  point_details(result, outcome);
  score_line(result);
  out_.flush();
}

void TextView::background_of(const deck::Item& item) {
  if (!item.explanation.empty()) {
    paragraph(Role::plain, without_emphasis(item.explanation));
  }
  if (!item.example.empty() && options_.interactive) {
    paragraph(Role::plain, tr_.format("Example: {}", without_emphasis(item.example)));
  }
}

void TextView::marked_answer(const Result& result) {
  if (result.answer.empty() || result.item->kind != deck::Kind::points) {
    return;
  }
  std::vector<Mark> marks;
  for (const auto& outcome : result.points) {
    if (outcome.graded.evidence) {
      marks.push_back({*outcome.graded.evidence, role_of(outcome.verdict)});
    }
  }
  if (!marks.empty()) {
    for (const auto& line : marked_lines(result.answer, marks, columns() - 2, style_)) {
      out_ << "  " << line << '\n';
      ++written_;
    }
  }
}

void TextView::point_line(const Result& result, std::size_t outcome, std::size_t number) {
  const auto& point = result.points[outcome];
  const auto role = role_of(point.verdict);
  auto head = fmt::format("{} {}", style_.glyph(point.verdict),
                          text::pad(tr_(grading::word_for(point.verdict)), word_cells(tr_)));
  std::string start = style_.paint(role, head) + "  ";
  auto indent = text::display_width(head) + 2;
  if (options_.interactive && result.points.size() > 1) {
    start.insert(0, style_.paint(Role::dim, fmt::format("{} ", number)));
    indent += fmt::format("{} ", number).size();
  }
  const auto& of_item = result.item->points.at(point.point);
  hanging(Role::plain, start, without_emphasis(of_item.name), indent);
}

void TextView::point_details(const Result& result, std::size_t outcome) {
  constexpr std::size_t kIndent = 4;
  const auto& point = result.points[outcome];
  const auto& of_item = result.item->points.at(point.point);
  if (point.overruled()) {
    paragraph(Role::dim,
              style_.own(tr_.format("overruled; pith thought: {}",
                                    tr_(grading::word_for(point.graded.verdict)))),
              kIndent);
    what_was_learned(result, outcome);
  } else if (!is_plain(point.graded.reason)) {
    paragraph(
        Role::dim,
        style_.quoting(grading::format_of(point.graded.reason, tr_), point.graded.reason.args),
        kIndent);
  }
  if (point.verdict != Verdict::hit && !of_item.detail.empty()) {
    paragraph(Role::plain, without_emphasis(of_item.detail), kIndent);
  }
  if (point.rating == memory::Rating::again && point.lapses >= memory::kLeechLapses) {
    paragraph(Role::error,
              tr_.format("a leech, forgotten {} times: reword it, or `pith suspend {} --point {}`",
                         point.lapses, deck::full_id(*result.item), of_item.id),
              kIndent);
  }
}

void TextView::what_was_learned(const Result& result, std::size_t outcome) {
  constexpr std::size_t kIndent = 4;
  if (const auto& wording = result.points[outcome].taught) {
    paragraph(Role::dim, style_.quoting(tr_("learned: “{}”"), {*wording}), kIndent);
  } else if (session::teaches_wordings(*result.item) &&
             result.points[outcome].verdict != Verdict::partial) {
    paragraph(Role::dim, tr_("nothing was learned from it"), kIndent);
  }
}

void TextView::recall_verdicts(const Result& result, const std::vector<std::size_t>& order) {
  constexpr std::size_t kScoreAndKeys = 3;
  if (!options_.rows || written_ + kScoreAndKeys <= options_.rows()) {
    return;
  }
  std::vector<std::string> verdicts;
  for (const auto outcome : order) {
    const auto& point = result.points[outcome];
    const auto number = result.points.size() > 1 ? std::to_string(verdicts.size() + 1) + ' ' : "";
    const auto head = fmt::format("{}{} ", number, style_.glyph(point.verdict));
    verdicts.push_back(text::with_hard_spaces(head) +
                       without_emphasis(result.item->points.at(point.point).name));
  }
  paragraph(Role::plain, fmt::format("{}", fmt::join(verdicts, style_.own(" · "))));
}

void TextView::score_line(const Result& result) {
  std::vector<std::string> parts{fmt::format("{}%", percent(result.score))};
  if (result.time_over) {
    parts.push_back(tr_("time over"));
  }
  if (auto due = due_words(result, tr_); !due.empty()) {
    parts.push_back(std::move(due));
  }
  const auto bar = style_.bar(result.score, kBarCells);
  hanging(Role::plain, style_.paint(Role::heading, bar) + "  ",
          style_.own(fmt::format("{}", fmt::join(parts, " · "))), kBarCells + 2);
}

void TextView::show(const Summary& summary) {
  if (!first_) {
    out_ << '\n';
  }
  if (summary.answers == 0) {
    paragraph(Role::plain, summary_words(summary, tr_));
  } else {
    paragraph(Role::heading, style_.own(summary_words(summary, tr_)));
  }
  out_.flush();
}

}  // namespace pith::terminal
