// Lists of a question-and-answer document: questions, or points of an answer.
#include <algorithm>

#include "exchange/documents/qa_document.h"
#include "exchange/documents/requests.h"
#include "exchange/labels.h"
#include "exchange/lines.h"

namespace pith::exchange {

void QaDocument::read_list(const Block& block) {
  if (holds_questions(block)) {
    for (const auto& entry : block.children) {
      read_question_entry(block, entry);
    }
    return;
  }
  if (!answering(false)) {
    for (const auto& entry : block.children) {
      leave_out(entry.line, whole_text(entry));
    }
    return;
  }
  const bool asks = draft_->section == Label::question && answer_ahead_;
  const bool belongs = draft_->section == Label::example || draft_->section == Label::explanation;
  if (belongs || asks) {
    add_text(*draft_, whole_text(block));
  } else {
    draft_->section = Label::answer;
    add_points(*draft_, block);
  }
}

bool QaDocument::asks(const Block& list, const Block& entry) const {
  const bool by_look = !habits_.labels_questions;
  return is_question_entry(entry, by_look) || (by_look && list.ordered && is_request_entry(entry));
}

/// Whether an entry asks by its mark, or all of them as requests where no heading asks.
bool QaDocument::holds_questions(const Block& list) const {
  const auto& entries = list.children;
  const bool asked = draft_ || is_question(heading_) || is_request(heading_);
  const bool free = !asked && (heading_.empty() || heading_ == title_heading_) && !entries.empty();
  return std::ranges::any_of(entries,
                             [&](const Block& entry) {
                               return is_question_entry(entry, !habits_.labels_questions);
                             }) ||
         (free &&
          std::ranges::all_of(entries, [&](const Block& entry) { return asks(list, entry); }));
}

void QaDocument::read_question_entry(const Block& list, const Block& entry) {
  if (!asks(list, entry)) {
    leave_out(entry.line, whole_text(entry));
    return;
  }
  auto head = entry.children[0];
  if (!labelled(head.lines[0].text)) {
    open(without_emphasis(head.lines[0].text), head.line);
    head.lines.erase(head.lines.begin());
  }
  const auto rest = std::span(entry.children).subspan(1);
  answer_ahead_ = is_answer_ahead(rest);
  if (!head.lines.empty()) {
    read(head);
  }
  answer_ahead_ = false;
  read(rest);
  close();
}

}  // namespace pith::exchange
