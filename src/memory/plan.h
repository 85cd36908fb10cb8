// How much will be known on a day that matters, and what it takes: a forecast by simulation with
// the learner's own parameters, pace and habits. The same seed gives the same forecast.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <vector>

#include "memory/learner_model.h"

namespace pith::memory {

inline constexpr double kUsualTarget = 0.9;   ///< The expected score that a plan is to reach.
inline constexpr double kAllDay = 24 * 3600;  ///< Seconds of a day without a limit.

/// A figure that is not certain: its mean, and the middle 80 % of what may come.
struct Range {
  double mean = 0;
  double low = 0;
  double high = 0;
};

/// Expected scores on the day that matters, times the mean credit of what is recalled; [0, 1].
struct Forecast {
  Range score;               ///< Mean over the items.
  std::vector<Range> decks;  ///< By PlannedItem::deck.
  std::vector<Range> items;
  double seconds_a_day = 0;  ///< Spent.
  double questions_a_day = 0;
  double introduced = 0;  ///< New items that are asked before the day.
};

enum class Policy : std::uint8_t {
  nothing,   ///< Nothing more is answered.
  schedule,  ///< What is due, then new items, as decks have them.
  goal       ///< What wins most of the final score for its time.
};

/// Told of each simulated learner, by more than one thread.
using RunDone = std::function<void()>;

struct PlanOptions {
  std::uint64_t seed = 1;
  int runs = 0;  ///< Simulated learners; 0: as many as a second or so has room for, 40 to 200.
};

/// Requires: at least one item with a point that is not suspended. A day has as many
/// tasks as are expected to take `seconds_a_day` at most, repeats included.
[[nodiscard]] Forecast forecast(std::span<const PlannedItem> items, const Journey& journey,
                                Policy policy, double seconds_a_day,
                                const PlanOptions& options = {}, const RunDone& done = {});

/// The least seconds a day, to a fiftieth or ten seconds, with which the mean score reaches
/// `target` under Policy::goal; empty if no time would be enough.
[[nodiscard]] std::optional<double> seconds_needed(std::span<const PlannedItem> items,
                                                   const Journey& journey, double target,
                                                   const PlanOptions& options = {},
                                                   const RunDone& done = {});

}  // namespace pith::memory
