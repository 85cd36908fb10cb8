// When an item is due, and which of its points are asked then.
//
// An item's expected score on a day is the mean retrievability of its points, by weight. It is due
// when that falls to the desired retention: answered on its day it earns the mark that was asked
// for. It is due earlier if a single point falls to the floor; then only such points are asked and
// the others are shown. With one point this is FSRS.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "memory/point_memory.h"

namespace pith::memory {

/// A point of an item, as scheduling sees it.
struct ScheduledPoint {
  std::string id;          ///< Unique in the item.
  double weight = 1.0;     ///< > 0.
  PointMemory memory{};    ///< A point never reviewed counts with retrievability 0.
  bool suspended = false;  ///< Neither asked nor counted.
};

struct ScheduledItem {
  std::string id;  ///< `deck/item`.
  std::vector<ScheduledPoint> points{};
};

/// The learner's wishes.
struct SchedulingOptions {
  double desired_retention = 0.9;  ///< (0, 1): the expected score at which an item is due.
  std::optional<double> floor{};   ///< Below the desired retention; its value less 0.2 if empty.
  int maximum_interval = 36500;    ///< Days, at least 1.
  bool fuzz = true;                ///< Spread due days a little, always alike for the same log.
};

enum class DueReason : std::uint8_t { expected_score, floor };

/// Counted from the item's last review, which is that of its most recently reviewed point.
struct Due {
  StudyDay day;
  DueReason reason = DueReason::expected_score;  ///< If both fall on one day, the expected score.
  double interval = 0;                           ///< Days, neither rounded nor fuzzed.
  StudyDay latest{};  ///< The last day to which an interval like this one is spread; >= day.
};

/// Σ wᵢRᵢ / Σ wᵢ over the points that are not suspended, in [0, 1]. Empty if there are none, or if
/// none was ever reviewed: the item is new.
[[nodiscard]] std::optional<double> expected_score(const ScheduledItem& item,
                                                   const ForgettingCurve& curve, StudyDay day);

/// When `item` is due next: intervals rounded half up, at least a day, at most the maximum. Empty
/// for a new item and for one that is suspended as a whole.
[[nodiscard]] std::optional<Due> next_due(const ScheduledItem& item, const Parameters& parameters,
                                          const SchedulingOptions& options = {});

/// What next_due() weighs.
struct Reckoning {
  double floor = 0.0;           ///< Retrievability at which a point is asked.
  StudyDay last_review;         ///< Of the most recently reviewed point.
  StudyDay score_day;           ///< The expected score falls to what is desired.
  double score_interval = 0.0;  ///< Days until then, neither rounded nor fuzzed.
  std::vector<std::optional<StudyDay>> floor_days;  ///< By point; empty if it is suspended.
};

/// Empty where next_due() is.
[[nodiscard]] std::optional<Reckoning> reckon(const ScheduledItem& item,
                                              const Parameters& parameters,
                                              const SchedulingOptions& options = {});

/// Indices of the points to ask on `day`: none before the item is due, then those at the floor, and
/// from the day its expected score is due every point that is not suspended.
[[nodiscard]] std::vector<std::size_t> points_due(const ScheduledItem& item,
                                                  const Parameters& parameters,
                                                  const SchedulingOptions& options, StudyDay day);

/// How much expected score an answer to the points `asked` would win back on `day`, in [0, 1]: what
/// has the largest loss goes first in the queue.
[[nodiscard]] double expected_loss(const ScheduledItem& item, const ForgettingCurve& curve,
                                   std::span<const std::size_t> asked, StudyDay day);

}  // namespace pith::memory
