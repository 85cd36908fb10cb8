#include "terminal/answer_recall.h"

namespace pith::terminal {

void AnswerRecall::add(std::string_view answer) {
  if (!answer.empty() && (answers_.empty() || answers_.back() != answer)) {
    answers_.emplace_back(answer);
  }
  rewind();
}

void AnswerRecall::rewind() {
  at_ = answers_.size();
  typed_.clear();
}

std::optional<std::string> AnswerRecall::earlier(std::string_view current) {
  if (at_ == 0) {
    return std::nullopt;
  }
  if (at_ == answers_.size()) {
    typed_ = current;
  }
  return answers_[--at_];
}

std::optional<std::string> AnswerRecall::later() {
  if (at_ == answers_.size()) {
    return std::nullopt;
  }
  ++at_;
  return at_ == answers_.size() ? typed_ : answers_[at_];
}

}  // namespace pith::terminal
