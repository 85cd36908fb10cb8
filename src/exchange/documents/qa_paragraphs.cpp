// Paragraphs of a question-and-answer document: questions, answers and what is said beside them.
#include <algorithm>

#include "exchange/documents/qa_document.h"
#include "exchange/documents/requests.h"
#include "exchange/labels.h"
#include "exchange/lines.h"

namespace pith::exchange {
namespace {

std::string text_of(const std::vector<TextLine>& lines) {
  return text_of(Block{Block::Kind::paragraph, 0, 0, false, 1, lines, {}});
}

bool is_numbered(const TextLine& line) {
  return without_number(line.text).size() < line.text.size();
}

/// How much of a question asks: its first line where the others could be the answer.
std::size_t length_asked(const std::vector<TextLine>& lines, std::string_view question) {
  const auto first = trimmed(lines[0].text);
  return is_question(first) && !is_question(question) ? first.size() : question.size();
}

}  // namespace

void QaDocument::read_paragraph(const Block& block) {
  const auto pieces = pieces_of(block);
  const bool beyond = answer_ahead_;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    answer_ahead_ = is_answer_ahead(std::span(pieces).subspan(i + 1), beyond);
    read_piece(pieces[i]);
  }
}

void QaDocument::read_piece(const Piece& piece) {
  const auto line = piece.lines[0].number;
  if (!piece.label) {
    read_plain(piece.lines);
  } else if (piece.label == Label::question) {
    open(text_of(piece.lines), line);
    draft_->asked = length_asked(piece.lines, draft_->question);
  } else if (!answering(true)) {
    leave_out(line, text_of(piece.lines));
  } else {
    draft_->section = *piece.label;
    add_answer_lines(piece.lines);
  }
}

/// Lines of an answer: `1、…` are points even though Markdown knows no such list.
void QaDocument::add_answer_lines(const std::vector<TextLine>& lines) {
  const bool list =
      draft_->section == Label::answer && std::ranges::count_if(lines, is_numbered) > 1;
  if (!list) {
    add_text(*draft_, text_of(lines));
    return;
  }
  for (const auto& line : lines) {
    if (is_numbered(line)) {
      add_point(*draft_, without_number(line.text));
    } else {
      add_text(*draft_, line.text);
    }
  }
}

void QaDocument::read_plain(const std::vector<TextLine>& lines) {
  const auto line = lines[0].number;
  const auto text = text_of(lines);
  if (begins_question(lines) || goes_on_asking(lines)) {
    const auto number = leading_number(without_emphasis(text));
    open(without_emphasis(without_number(without_emphasis(text))), line);
    asked_number_ = number;
  } else if (answering(false)) {
    asked_number_ = std::ranges::any_of(lines, is_numbered) ? 0 : asked_number_;
    const bool asked = draft_->section == Label::question && !draft_->question.empty();
    if (asked && !answer_ahead_) {
      draft_->section = Label::answer;
    }
    if (draft_->section == Label::example && !draft_->example.empty()) {
      draft_->behind_example.push_back({line, text, false});
    } else {
      add_answer_lines(lines);
    }
  } else if (describing()) {
    describe(line, text);
  } else {
    leave_out(line, text);
  }
}

bool QaDocument::begins_question(const std::vector<TextLine>& lines) const {
  const auto text = text_of(lines);
  const bool marked = is_all_bold(text) || is_numbered(lines[0]);
  const bool free = !draft_ || draft_->answered();
  return is_question(text) && !habits_.labels_questions && free && (marked || heading_.empty());
}

/// Whether a line is a request with the number behind that of the last question.
bool QaDocument::goes_on_asking(const std::vector<TextLine>& lines) const {
  const auto text = without_emphasis(lines[0].text);
  return asked_number_ > 0 && lines.size() == 1 && leading_number(text) == asked_number_ + 1 &&
         draft_ && draft_->answered() && !habits_.labels_questions && is_request(text);
}

}  // namespace pith::exchange
