// How a session has its answers graded: by words, and with an encoder and a judge where there are.
#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>

#include "deck/item.h"
#include "grading/encoder.h"
#include "grading/grade.h"
#include "grading/judge.h"
#include "history/events.h"

namespace pith::session {

struct Graded {
  grading::Grade grade;
  history::Versions versions;  ///< Who graded.
};

/// Grades an answer, which is valid UTF-8.
using Grader = std::function<Graded(const deck::Item& item, std::string_view answer,
                                    std::span<const grading::LearnedWording> learned)>;

/// Below this confidence a verdict is put to the judge, and to the learner.
inline constexpr double kUnsureBelow = 0.75;

/// Indices of the points whose verdicts the grader is not sure of.
[[nodiscard]] std::vector<std::size_t> unsure_points(const grading::Grade& grade);

/// The built-in grader. `encoder` and `judge` may be null, and must outlive what is returned; the
/// judge is asked about unsure points only, and `notice` told why it could not answer. If the
/// learner leaves before one of them has answered (Stopped), the grade is what there is without.
[[nodiscard]] Grader make_grader(const grading::SentenceEncoder* encoder = nullptr,
                                 const grading::Judge* judge = nullptr,
                                 std::function<void(const std::string& why)> notice = {});

}  // namespace pith::session
