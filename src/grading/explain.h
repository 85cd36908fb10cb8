// The working behind a grade, step by step: how the answer was cut, which words steer it, what
// speaks for each point and why it was decided so. For authors who want to know why a wording
// failed.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "deck/item.h"
#include "grading/grader.h"
#include "grading/words/cues.h"

namespace pith::grading {

/// A stretch of the answer as evidence for a point.
struct ExplainedStretch {
  Span span;
  double strength = 0.0;  ///< Evidence; from about 0 up it speaks for the point.
  /// What it consists of, the strongest first: name of the feature, and its share of `strength`.
  std::vector<std::pair<std::string_view, double>> shares;
  bool assigned = false;  ///< It is this point's evidence.
};

/// A stretch that does not count for a point.
struct ExplainedVoid {
  Span span;
  Reason reason;
};

struct ExplainedPoint {
  PointResult result;
  double probability = 0.0;                 ///< That it is stated, before calibration.
  std::vector<ExplainedStretch> stretches;  ///< The best, at most three.
  std::vector<ExplainedVoid> voids;
  std::optional<std::string> accept;  ///< Would mend a missed point; proved by grading with it.
};

struct Explanation {
  Grade grade;
  std::vector<Span> clauses;
  std::vector<std::pair<Span, Cue>> cues;  ///< Words that deny, judge, turn, ….
  std::vector<ExplainedPoint> points;      ///< As many as Item::points.
};

/// Explains what grade() says of the answer. Requires: the item's kind is `points` (others are
/// compared exactly), the answer is valid UTF-8.
[[nodiscard]] Explanation explain(const deck::Item& item, std::string_view answer,
                                  const Options& options = {},
                                  std::span<const LearnedWording> learned = {});

}  // namespace pith::grading
