// What a view shows of an answer that was graded.
#include <algorithm>
#include <array>
#include <cstddef>
#include <numeric>
#include <ostream>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "deck/cloze.h"
#include "grading/reason.h"
#include "grading/verdict_word.h"
#include "session/phrase.h"
#include "terminal/marked_text.h"
#include "terminal/session_words.h"
#include "terminal/text_view.h"
#include "text/display.h"
#include "text/emphasis.h"
#include "text/words.h"

namespace pith::terminal {
namespace {

using grading::Verdict;
using session::Result;
using text::percent;

constexpr std::size_t kBarCells = 10;

/// Reasons that say no more than the verdict does.
bool is_plain(const grading::Reason& reason) {
  namespace code = grading::reason;
  return reason.code.empty() || reason.code == code::kAbsent || reason.code == code::kElsewhere ||
         reason.code == code::kEmpty || reason.code == code::kEqual;
}

/// Among the points of a result: what is missing stands last.
std::ptrdiff_t place_of(Verdict verdict) {
  constexpr std::array kOrder = {Verdict::hit, Verdict::partial, Verdict::contradicted,
                                 Verdict::missed};
  return std::ranges::find(kOrder, verdict) - kOrder.begin();
}

/// Whether a learner can compare what was said with what the point says: a wrong hit would else
/// hide it.
bool to_compare(const session::PointOutcome& point) {
  return !point.overruled() && !is_plain(point.graded.reason);
}

}  // namespace

std::vector<std::size_t> TextView::display_order(const Result& result) {
  const auto group_of = [&](std::size_t outcome) -> const std::string& {
    return result.item->points.at(result.points[outcome].point).group;
  };
  std::vector<std::size_t> order(result.points.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  if (result.item->kind == deck::Kind::cloze) {
    return order;
  }
  std::vector<std::string> groups{""};
  for (const auto outcome : order) {
    if (std::ranges::find(groups, group_of(outcome)) == groups.end()) {
      groups.push_back(group_of(outcome));
    }
  }
  std::ranges::stable_sort(order, {}, [&](std::size_t outcome) {
    return std::pair(std::ranges::find(groups, group_of(outcome)) - groups.begin(),
                     place_of(result.points[outcome].verdict));
  });
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
  std::string group;
  for (const auto outcome : order) {
    const auto& of_point = result.item->points.at(result.points[outcome].point).group;
    if (of_point != group) {
      group = of_point;
      paragraph(Role::dim, text::without_emphasis(group));
    }
    point_line(result, outcome, ++number);
    point_details(result, outcome);
  }
  show_right(result);
  background_of(*result.item);
  if (result.cut) {
    paragraph(Role::error, tr_("The answer was too long: its end was not graded."));
  }
  recall_verdicts(result, order);
  score_line(result);
  out_.flush();
}

void TextView::show_change(const Result& result, std::size_t outcome, std::size_t number) {
  point_line(result, outcome, number);
  point_details(result, outcome);
  score_line(result);
  out_.flush();
}

void TextView::show_right(const Result& result) {
  const auto& item = *result.item;
  if (!options_.interactive || result.score >= 1.0) {
    return;
  }
  if (item.kind == deck::Kind::cloze) {
    paragraph(Role::plain, text::without_emphasis(deck::filled(item.cloze)), 2);
  } else if (item.kind == deck::Kind::choices && lettered_ == &item) {
    for (std::size_t i = 0; i < options_shown_.size(); ++i) {
      const auto& option = item.choices.at(options_shown_[i]);
      const auto verdict = option.correct ? Verdict::hit : Verdict::missed;
      const auto head = fmt::format("  {}) {} ", session::letter_of(i), style_.glyph(verdict));
      hanging(option.correct ? Role::plain : Role::dim, head, text::without_emphasis(option.text),
              text::display_width(head));
    }
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
  hanging(Role::plain, start, text::without_emphasis(of_item.name), indent);
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
    paragraph(Role::dim, reason_of(point.graded, result.answer), kIndent);
  }
  if (!of_item.detail.empty() &&
      (point.verdict != Verdict::hit || (options_.interactive && to_compare(point)))) {
    paragraph(point.verdict == Verdict::hit ? Role::dim : Role::plain,
              text::without_emphasis(of_item.detail), kIndent);
  }
  if (point.rating == memory::Rating::again && point.lapses >= memory::kLeechLapses) {
    paragraph(Role::error,
              tr_.format("a leech, forgotten {} times: reword it, or `pith suspend {} --point {}`",
                         point.lapses, deck::full_id(*result.item), of_item.id),
              kIndent);
  }
}

std::string TextView::reason_of(const grading::PointResult& graded, std::string_view answer) const {
  if (graded.reason.code != grading::reason::kMeaning || !graded.evidence) {
    return style_.quoting(grading::format_of(graded.reason, tr_),
                          grading::args_of(graded.reason, tr_));
  }
  constexpr std::size_t kQuotedCells = 40;
  return style_.quoting(tr_("said in other words: “{}”"),
                        {excerpt(answer, *graded.evidence, kQuotedCells)});
}

void TextView::what_was_learned(const Result& result, std::size_t outcome) {
  constexpr std::size_t kIndent = 4;
  const auto& point = result.points[outcome];
  if (point.verdict == Verdict::partial) {
    return;
  }
  if (point.taught) {
    paragraph(Role::dim, style_.quoting(learned_words(point.verdict, tr_), {*point.taught}),
              kIndent);
  } else if (session::teaches_wordings(*result.item)) {
    paragraph(Role::dim, tr_("nothing was learned from it"), kIndent);
  } else if (result.item->kind == deck::Kind::number) {
    paragraph(Role::dim, tr_("nothing was learned from it: numbers count by their value"), kIndent);
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
                       text::without_emphasis(result.item->points.at(point.point).name));
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

}  // namespace pith::terminal
