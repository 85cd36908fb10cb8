#include "memory/due.h"

#include <algorithm>
#include <limits>
#include <numeric>

#include "memory/floor.h"
#include "memory/fuzz.h"

namespace pith::memory {
namespace {

constexpr double kDefaultFloorBelow = 0.2;
constexpr double kSmallestFloor = 0.01;
constexpr double kDayTolerance = 1e-9;

/// The points of an item that count, with what its due day is reckoned from.
class Schedule {
 public:
  Schedule(const ScheduledItem& item, const Parameters& parameters,
           const SchedulingOptions& options)
      : item_(item), options_(options), curve_(parameters) {
    for (const auto& point : item.points) {
      if (!point.suspended) {
        active_.push_back(&point);
        total_weight_ += point.weight;
        if (point.memory.state) {
          last_review_ =
              std::max(last_review_.value_or(point.memory.last_review), point.memory.last_review);
        }
      }
    }
    if (begun()) {
      score_interval_ = solve_score_interval();
    }
  }

  [[nodiscard]] bool begun() const { return last_review_.has_value(); }
  [[nodiscard]] StudyDay last_review() const { return *last_review_; }

  /// Days from the last review until the expected score has fallen to `desired_retention`.
  [[nodiscard]] double score_interval() const { return score_interval_; }

  [[nodiscard]] StudyDay score_day() const {
    std::uint64_t seed = 0;
    for (const auto* point : active_) {
      seed += seed_of(*point);
    }
    return *last_review_ + days_of(score_interval_, seed);
  }

  /// Days from the item's last review until the point has fallen to the floor.
  [[nodiscard]] double floor_interval(const ScheduledPoint& point) const {
    return days_until(point, floor_of(options_));
  }

  /// Reckoned, and fuzzed, from the point's own last review.
  [[nodiscard]] StudyDay floor_day(const ScheduledPoint& point) const {
    const auto earliest = *last_review_ + std::chrono::days{1};
    if (!point.memory.state) {
      return earliest;
    }
    return std::max(earliest,
                    point.memory.last_review + days_of(own_interval(point), seed_of(point)));
  }

  /// The last day to which the interval until then is spread.
  [[nodiscard]] StudyDay latest_score_day() const {
    return *last_review_ + longest_of(score_interval_);
  }
  [[nodiscard]] StudyDay latest_floor_day(const ScheduledPoint& point) const {
    const auto day = floor_day(point);
    return point.memory.state
               ? std::max(day, point.memory.last_review + longest_of(own_interval(point)))
               : day;
  }

  [[nodiscard]] const std::vector<const ScheduledPoint*>& active() const { return active_; }

 private:
  /// Days from the item's last review until the point's own recall has fallen to `retention`;
  /// negative if it had before.
  [[nodiscard]] double days_until(const ScheduledPoint& point, double retention) const {
    if (!point.memory.state) {
      return 0;
    }
    const auto head_start = (*last_review_ - point.memory.last_review).count();
    return curve_.interval(point.memory.state->stability, retention) -
           static_cast<double>(head_start);
  }

  /// Days from its own last review until the point has fallen to the floor.
  [[nodiscard]] double own_interval(const ScheduledPoint& point) const {
    return curve_.interval(point.memory.state->stability, floor_of(options_));
  }

  [[nodiscard]] double score_after(double days) const {
    double sum = 0;
    for (const auto* point : active_) {
      if (point->memory.state) {
        const auto head_start = (*last_review_ - point->memory.last_review).count();
        sum += point->weight * curve_.retrievability(days + static_cast<double>(head_start),
                                                     point->memory.state->stability);
      }
    }
    return sum / total_weight_;
  }

  [[nodiscard]] double solve_score_interval() const {
    auto low = std::numeric_limits<double>::infinity();
    double high = 0;
    for (const auto* point : active_) {
      const auto own = days_until(*point, options_.desired_retention);
      low = std::min(low, own);
      high = std::max(high, own);
    }
    low = std::max(low, 0.0);
    // A mean reaches the target between the first and the last of its parts to do so.
    while (high - low > kDayTolerance * (1 + high)) {
      const auto middle = std::midpoint(low, high);
      if (score_after(middle) > options_.desired_retention) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return high;
  }

  [[nodiscard]] std::uint64_t seed_of(const ScheduledPoint& point) const {
    return fuzz_seed(item_.id, point.id, point.memory.reviews);
  }

  [[nodiscard]] std::chrono::days days_of(double interval, std::uint64_t seed) const {
    const auto maximum = options_.maximum_interval;
    return std::chrono::days{options_.fuzz ? fuzzed_interval(interval, maximum, seed)
                                           : rounded_interval(interval, maximum)};
  }

  [[nodiscard]] std::chrono::days longest_of(double interval) const {
    return std::chrono::days{fuzz_range(interval, options_.maximum_interval).last};
  }

  const ScheduledItem& item_;
  const SchedulingOptions& options_;
  ForgettingCurve curve_;
  std::vector<const ScheduledPoint*> active_;
  double total_weight_ = 0;
  std::optional<StudyDay> last_review_;
  double score_interval_ = 0;
};

double active_weight(const ScheduledItem& item) {
  double sum = 0;
  for (const auto& point : item.points) {
    sum += point.suspended ? 0 : point.weight;
  }
  return sum;
}

bool is_begun(const ScheduledItem& item) {
  return std::ranges::any_of(item.points, [](const ScheduledPoint& point) {
    return !point.suspended && point.memory.state;
  });
}

}  // namespace

double floor_of(const SchedulingOptions& options) {
  const auto floor = options.floor.value_or(options.desired_retention - kDefaultFloorBelow);
  return std::clamp(floor, std::min(kSmallestFloor, options.desired_retention),
                    options.desired_retention);
}

std::optional<double> expected_score(const ScheduledItem& item, const ForgettingCurve& curve,
                                     StudyDay day) {
  if (!is_begun(item)) {
    return std::nullopt;
  }
  double sum = 0;
  for (const auto& point : item.points) {
    if (!point.suspended) {
      sum += point.weight * retrievability(point.memory, curve, day);
    }
  }
  return sum / active_weight(item);
}

std::optional<Due> next_due(const ScheduledItem& item, const Parameters& parameters,
                            const SchedulingOptions& options) {
  const Schedule schedule(item, parameters, options);
  if (!schedule.begun()) {
    return std::nullopt;
  }
  Due due{schedule.score_day(), DueReason::expected_score, schedule.score_interval(),
          schedule.latest_score_day()};
  for (const auto* point : schedule.active()) {
    if (const auto day = schedule.floor_day(*point); day < due.day) {
      due = {day, DueReason::floor, std::max(schedule.floor_interval(*point), 0.0),
             schedule.latest_floor_day(*point)};
    }
  }
  return due;
}

std::optional<Reckoning> reckon(const ScheduledItem& item, const Parameters& parameters,
                                const SchedulingOptions& options) {
  const Schedule schedule(item, parameters, options);
  if (!schedule.begun()) {
    return std::nullopt;
  }
  Reckoning reckoning{floor_of(options),
                      schedule.last_review(),
                      schedule.score_day(),
                      schedule.score_interval(),
                      {}};
  for (const auto& point : item.points) {
    reckoning.floor_days.push_back(point.suspended ? std::nullopt
                                                   : std::optional(schedule.floor_day(point)));
  }
  return reckoning;
}

std::vector<std::size_t> points_due(const ScheduledItem& item, const Parameters& parameters,
                                    const SchedulingOptions& options, StudyDay day) {
  const Schedule schedule(item, parameters, options);
  if (!schedule.begun()) {
    return {};
  }
  const auto whole_item = day >= schedule.score_day();
  std::vector<std::size_t> asked;
  for (std::size_t i = 0; i < item.points.size(); ++i) {
    const auto& point = item.points[i];
    if (!point.suspended && (whole_item || day >= schedule.floor_day(point))) {
      asked.push_back(i);
    }
  }
  return asked;
}

double expected_loss(const ScheduledItem& item, const ForgettingCurve& curve,
                     std::span<const std::size_t> asked, StudyDay day) {
  double loss = 0;
  for (const auto index : asked) {
    const auto& point = item.points.at(index);
    loss += point.weight * (1 - retrievability(point.memory, curve, day));
  }
  return asked.empty() ? 0 : loss / active_weight(item);
}

}  // namespace pith::memory
