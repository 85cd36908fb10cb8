#include "terminal/text_view.h"

#include <algorithm>
#include <ostream>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "deck/cloze.h"
#include "terminal/session_words.h"
#include "text/display.h"
#include "text/emphasis.h"
#include "text/words.h"

namespace pith::terminal {
namespace {

using session::Question;
using session::Summary;

constexpr std::size_t kNarrowest = 20;

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
  paragraph(Role::dim, style_.quoting(tr_("Hint: {}"), {text::without_emphasis(hint)}));
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
  paragraph(Role::heading, text::without_emphasis(question.text));
  options_of(question);
  lettered_ = question.item;
  options_shown_ = question.options;
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
    const auto option = options_.interactive ? question.options[i] : i;
    const auto letter = session::letter_of(i);
    hanging(Role::plain, "  " + letter + ") ",
            text::without_emphasis(question.item->choices.at(option).text), letter.size() + 4);
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

void TextView::show_answer(std::string_view text) {
  if (!text.empty()) {
    hanging(Role::plain, "> ", text, 2);
    out_.flush();
  }
}

void TextView::show_solution(const Question& question) {
  const auto& item = *question.item;
  if (item.kind == deck::Kind::cloze) {
    paragraph(Role::plain, text::without_emphasis(deck::filled(item.cloze)), 2);
  } else {
    for (const auto index : question.asked) {
      const auto& point = item.points.at(index);
      hanging(Role::plain, item.kind == deck::Kind::points ? style_.own("  · ") : "  ",
              text::without_emphasis(point.name), item.kind == deck::Kind::points ? 4 : 2);
      if (!point.detail.empty()) {
        paragraph(Role::dim, text::without_emphasis(point.detail), 4);
      }
    }
  }
  background_of(item);
  out_.flush();
}

void TextView::background_of(const deck::Item& item) {
  if (options_.interactive && !(item.explanation.empty() && item.example.empty())) {
    out_ << '\n';
    ++written_;
  }
  if (!item.explanation.empty()) {
    paragraph(Role::plain, text::without_emphasis(item.explanation));
  }
  if (!item.example.empty() && options_.interactive) {
    paragraph(Role::plain, tr_.format("Example: {}", text::without_emphasis(item.example)));
  }
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
