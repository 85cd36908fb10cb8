#include "session/grader.h"

#include <utility>

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

Grader make_grader(const grading::SentenceEncoder* encoder, const grading::Judge* judge,
                   std::function<void(const std::string& why)> judge_failed) {
  return [encoder, judge, failed = std::move(judge_failed)](const deck::Item& item,
                                                            std::string_view answer, auto learned) {
    Graded graded;
    grading::Options options;
    options.encoder = encoder;
    graded.grade = grading::grade(item, answer, options, learned);
    graded.versions.grader = grading::kGraderVersion;
    graded.versions.encoder = encoder == nullptr ? "none" : encoder->name();
    const auto unsure = unsure_points(graded.grade);
    if (judge != nullptr && !unsure.empty() && item.kind == deck::Kind::points) {
      auto judged = grading::judged(*judge, std::move(graded.grade), item, answer, unsure, failed);
      graded.grade = std::move(judged.grade);
      graded.versions.judge = std::move(judged.model);
    }
    return graded;
  };
}

}  // namespace pith::session
