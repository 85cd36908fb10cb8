// From beliefs to verdicts: credit, evidence, reason and confidence of every point.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "grading/decision/decision.h"
#include "grading/decision/free_text.h"
#include "grading/grade.h"

namespace pith::grading {

/// Results for the points, in their order. `answer` is the text that was analysed, as typed.
[[nodiscard]] std::vector<PointResult> verdicts_of(const Targets& targets, const Analysis& analysis,
                                                   const std::vector<Belief>& beliefs,
                                                   std::span<const std::string> names,
                                                   std::string_view answer);

/// Calibrated probability that a point is stated, from the formula's; see docs/grading-fitting.md.
[[nodiscard]] double calibrated(double probability, bool by_meaning);

}  // namespace pith::grading
