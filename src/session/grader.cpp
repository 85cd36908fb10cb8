#include "session/grader.h"

#include <utility>

#include "base/stopped.h"
#include "grading/grader.h"

namespace pith::session {

std::vector<std::size_t> unsure_points(const grading::Grade& grade) {
  std::vector<std::size_t> unsure;
  for (std::size_t i = 0; i < grade.points.size(); ++i) {
    if (grade.points[i].confidence < kUnsureBelow) {
      unsure.push_back(i);
    }
  }
  return unsure;
}

namespace {

Graded by_encoder(const grading::SentenceEncoder* encoder, const deck::Item& item,
                  std::string_view answer, std::span<const grading::LearnedWording> learned) {
  grading::Options options;
  options.encoder = encoder;
  Graded graded;
  graded.grade = grading::grade(item, answer, options, learned);
  graded.versions.grader = grading::kGraderVersion;
  graded.versions.encoder = encoder == nullptr ? "none" : encoder->name();
  return graded;
}

/// By words if the learner leaves before the encoder has answered.
Graded graded_by_words_if_stopped(const grading::SentenceEncoder* encoder, const deck::Item& item,
                                  std::string_view answer,
                                  std::span<const grading::LearnedWording> learned) {
  try {
    return by_encoder(encoder, item, answer, learned);
  } catch (const Stopped&) {
    return by_encoder(nullptr, item, answer, learned);
  }
}

}  // namespace

Grader make_grader(const grading::SentenceEncoder* encoder, const grading::Judge* judge,
                   std::function<void(const std::string& why)> notice) {
  return [encoder, judge, notice = std::move(notice)](const deck::Item& item,
                                                      std::string_view answer, auto learned) {
    auto graded = graded_by_words_if_stopped(encoder, item, answer, learned);
    const auto unsure = unsure_points(graded.grade);
    if (judge != nullptr && !unsure.empty() && item.kind == deck::Kind::points) {
      auto judged = grading::judged(*judge, std::move(graded.grade), item, answer, unsure, notice);
      graded.grade = std::move(judged.grade);
      graded.versions.judge = std::move(judged.model);
    }
    return graded;
  };
}

}  // namespace pith::session
