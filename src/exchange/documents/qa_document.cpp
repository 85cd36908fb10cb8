#include "exchange/documents/qa_document.h"

#include <algorithm>
#include <utility>

#include "exchange/deck_name.h"
#include "exchange/documents/id_mark.h"
#include "exchange/documents/requests.h"
#include "exchange/labels.h"
#include "exchange/lines.h"

namespace pith::exchange {

QaDocument::QaDocument(const std::vector<Block>& blocks, std::string_view name, Imported& result)
    : habits_(habits_of(blocks)), result_(result), shelf_(deck_, result) {
  name_after(deck_, name);
}

void QaDocument::begin(std::string title, std::vector<std::string> tags) {
  deck_.title = std::move(title);
  tags_ = std::move(tags);
}

void QaDocument::read(std::span<const Block> blocks) {
  const auto ahead = answers_ahead(blocks, answer_ahead_);
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    answer_ahead_ = ahead[i];
    read(blocks[i]);
  }
}

void QaDocument::finish() {
  if (draft_) {
    for (const auto& line : std::exchange(draft_->behind_example, {})) {
      describe(line.number, line.text);
    }
  }
  close();
  end_heading(0);
  if (deck_.items.empty()) {  // then there is no deck to be described
    for (const auto& line : description_) {
      leave_out(line.number, line.text);
    }
    std::ranges::stable_sort(result_.left_out, {}, &Remark::line);
  }
  shelf_.finish();
}

void QaDocument::read(const Block& block) {
  switch (block.kind) {
    case Block::Kind::heading:
      read_heading(block);
      break;
    case Block::Kind::paragraph:
      read_paragraph(block);
      break;
    case Block::Kind::list:
      read_list(block);
      break;
    case Block::Kind::quote:
      read(block.children);
      break;
    case Block::Kind::html:
      if (!trimmed(block.lines[0].text).starts_with("<!--")) {
        leave_out(block.line, text_of(block));
      } else if (draft_) {
        end_group(*draft_);
      }
      break;
    case Block::Kind::verbatim:
      read_verbatim(block);
      break;
    case Block::Kind::entry:
    case Block::Kind::code:
      read_other(block);
      break;
  }
}

void QaDocument::read_heading(const Block& block) {
  auto text = text_of(block);
  below_title_ = text.ends_with(kTitleMark);
  if (below_title_) {
    text.resize(text.size() - kTitleMark.size());
    read_title(trimmed(text));
    return;
  }
  asked_id_ = take_id_mark(text);
  const bool title = std::ranges::binary_search(habits_.label_titles, block.line);
  const auto label = title ? std::nullopt : labelled(text, true);
  const bool begins = label && (label->label == Label::question || label->label == Label::answer);
  const bool answers = label && !heading_.empty() && label->label != Label::question;
  if (!answers) {
    end_heading(block.level);
  }
  if (label && (begins || draft_ || !label->rest.empty())) {
    read_piece({label->label, {{block.line, label->rest, false}}});
    asked_id_.clear();
    return;
  }
  close();
  const auto plain = std::string(without_emphasis(without_number(without_emphasis(text))));
  if (block.level == 1 && (habits_.one_title || deck_.items.empty())) {
    take_title(plain);
  }
  heading_ = title || (block.level == 1 && habits_.one_title) ? std::string() : plain;
  heading_line_ = block.line;
  heading_level_ = block.level;
  heading_is_unnamed_ = block.level > 1 || (!habits_.labels_questions && plain != title_heading_);
}

/// Names the heading above if it asks and nothing answered it. Where a deeper one follows it may be
/// the title of what is below.
void QaDocument::end_heading(int level) {
  asking_level_ = level <= asking_level_ ? 0 : asking_level_;
  if (!asks(heading_)) {
    return;
  }
  if (level > heading_level_) {
    asking_level_ = heading_level_;
  } else {
    result_.left_out.push_back({heading_line_, {}, "there is no answer", excerpt(heading_)});
    heading_.clear();
  }
}

/// The first of them names the deck.
void QaDocument::read_title(std::string_view title) {
  close();
  end_heading(1);
  heading_.clear();
  asked_id_.clear();
  if (deck_.items.empty()) {
    take_title(title);
  }
}

/// Of several the first, below what stands above the document.
void QaDocument::take_title(std::string_view title) {
  if (title_heading_.empty()) {
    title_heading_ = title;
    deck_.title = deck_.title.empty() ? title_heading_ : deck_.title;
  }
}

void QaDocument::read_other(const Block& block) {
  if (answering(false)) {
    add_block(*draft_, text_of(block));
  } else {
    leave_out(block.line, text_of(block));
  }
}

void QaDocument::read_verbatim(const Block& block) {
  const auto text = text_of(block);
  if (answering(false)) {
    add_verbatim(*draft_, text);
  } else if (describing()) {
    describe(block.line, trimmed(text));
  } else {
    leave_out(block.line, trimmed(text));
  }
}

void QaDocument::open(std::string_view question, std::size_t line) {
  close();
  heading_.clear();
  asked_number_ = 0;
  draft_.emplace();
  draft_->line = line;
  draft_->id = std::exchange(asked_id_, "");
  draft_->question = trimmed(question);
  draft_->asked = draft_->question.size();
}

bool QaDocument::answering(bool explicitly) {
  if (draft_) {
    return true;
  }
  const bool usable = habits_.labels_questions ? is_question(heading_) : !below_note();
  if (heading_.empty() || (!usable && !explicitly)) {
    return false;
  }
  const auto question = std::exchange(heading_, "");
  open(question, heading_line_);
  draft_->section = Label::answer;
  return true;
}

bool QaDocument::asks(std::string_view heading) const {
  return is_question(heading) || (!habits_.labels_questions && asks_in_words(heading));
}

bool QaDocument::below_note() const {
  return habits_.asks_in_headings && !habits_.labels_questions && asking_level_ == 0 && !draft_ &&
         !heading_.empty() && !asks(heading_);
}

void QaDocument::close() {
  if (!draft_) {
    return;
  }
  auto draft = std::move(*draft_);
  draft_.reset();
  const auto line = draft.line;
  draft.tags.insert(draft.tags.begin(), tags_.begin(), tags_.end());
  shelf_.add(item_from(std::move(draft)), {line});
}

void QaDocument::describe(std::size_t line, std::string_view text) {
  asked_id_.clear();
  add_paragraph(deck_.description, text);
  description_.push_back({line, std::string(text), false});
}

void QaDocument::leave_out(std::size_t line, std::string_view text) {
  asked_id_.clear();
  const bool unlabelled = habits_.labels_questions && !draft_ && !heading_.empty();
  if ((unlabelled || below_note()) && std::exchange(heading_is_unnamed_, false)) {
    result_.left_out.push_back({heading_line_,
                                {},
                                unlabelled ? "it is not labelled as a question, as others are"
                                           : "it asks nothing, as other headings do",
                                excerpt(heading_)});
  }
  result_.left_out.push_back({line, {}, "it belongs to no question", excerpt(text)});
}

}  // namespace pith::exchange
