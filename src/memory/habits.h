// How a learner answers: how long it takes and how answers are rated. What a simulation of the
// future needs beside the model of memory.
#pragma once

#include <array>
#include <cstddef>
#include <span>

#include "memory/fsrs.h"

namespace pith::memory {

/// Seconds that an answer takes: some for the question, some for each point it asks for.
struct Pace {
  double question = 12;
  double point = 8;

  [[nodiscard]] double seconds(std::size_t points) const {
    return question + point * static_cast<double>(points);
  }
};

struct Habits {
  Pace pace;
  /// Probability of each rating at the first answer to a point; sums to 1.
  std::array<double, 4> first = {0.35, 0.1, 0.5, 0.05};
  /// Probability of Hard, Good and Easy where a point is recalled; sums to 1.
  std::array<double, 3> recalled = {0.1, 0.85, 0.05};
  /// Mean credit of a recalled point, (0, 1]: what partial answers cost.
  double credit = 1;
};

/// What was seen of a learner.
struct TimedAnswer {
  std::size_t points = 1;  ///< Asked, at least one.
  double seconds = 0;      ///< >= 0.
};
struct AnswerCounts {
  std::array<double, 4> first{};  ///< Of first answers to a point.
  std::array<double, 4> later{};  ///< Of the others that count.
  double recalled = 0;            ///< Points that were recalled, and the sum of their credits.
  double credit = 0;
};

/// The least-squares line through the answers' seconds by points, drawn to the default pace as by
/// twenty more answers. Of an answer at most ten minutes count. Never below a second each.
[[nodiscard]] Pace fitted_pace(std::span<const TimedAnswer> answers);

/// Shares among what was seen, drawn to the defaults as by twenty more answers each.
[[nodiscard]] Habits fitted_habits(const AnswerCounts& counts,
                                   std::span<const TimedAnswer> answers);

}  // namespace pith::memory
