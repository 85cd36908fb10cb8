#include "statistics/exams.h"

#include <algorithm>
#include <tuple>

namespace pith::statistics {

void Exams::add(const history::StudyAnswer& answer, double score) {
  if (answer.mode != history::Mode::exam || (since_ && answer.key.day < *since_) ||
      std::find(asked_in_.begin(), asked_in_.end(), answer.session) != asked_in_.end()) {
    return;
  }
  asked_in_.push_back(answer.session);
  add(answer.session, {answer.key.day, {}, 1, score});
}

void Exams::add(std::uint32_t session, const ExamFigures& more) {
  const auto [place, is_new] = exams_.try_emplace(session, more);
  if (!is_new) {
    ExamFigures& exam = place->second;
    exam.day = std::min(exam.day, more.day);
    exam.questions += more.questions;
    exam.score += more.score;
  }
}

void Exams::merge(const Exams& other) {
  for (const auto& [session, exam] : other.exams_) {
    add(session, exam);
  }
}

void Exams::write(Statistics& into, const history::StudyLog& log) const {
  for (auto [session, exam] : exams_) {
    exam.session = log.sessions.at(session);
    exam.score /= static_cast<double>(exam.questions);
    into.exams.push_back(exam);
  }
  std::sort(into.exams.begin(), into.exams.end(), [](const ExamFigures& a, const ExamFigures& b) {
    return std::tie(b.day, b.session) < std::tie(a.day, a.session);
  });
}

}  // namespace pith::statistics
