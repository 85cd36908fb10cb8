#include "memory/habits.h"

#include <algorithm>
#include <numeric>

namespace pith::memory {
namespace {

constexpr double kPrior = 20;           // answers that the defaults count as
constexpr double kLongestPause = 600;   // seconds: beyond, the learner was away
constexpr std::size_t kMostPoints = 4;  // the prior answers have 1 to 4 points

template <std::size_t N>
std::array<double, N> shares(std::span<const double, N> counts,
                             const std::array<double, N>& prior) {
  const auto total = std::accumulate(counts.begin(), counts.end(), kPrior);
  std::array<double, N> shares{};
  for (std::size_t i = 0; i < N; ++i) {
    shares[i] = (counts[i] + kPrior * prior[i]) / total;
  }
  return shares;
}

/// What a line of least squares is reckoned from.
struct LineSums {
  double n = 0;
  double x = 0;
  double y = 0;
  double xx = 0;
  double xy = 0;

  void add(double points, double seconds, double weight) {
    n += weight;
    x += weight * points;
    y += weight * seconds;
    xx += weight * points * points;
    xy += weight * points * seconds;
  }
};

}  // namespace

Pace fitted_pace(std::span<const TimedAnswer> answers) {
  const Pace usual;
  LineSums sums;
  for (std::size_t points = 1; points <= kMostPoints; ++points) {
    sums.add(static_cast<double>(points), usual.seconds(points), kPrior / kMostPoints);
  }
  for (const auto& answer : answers) {
    sums.add(static_cast<double>(answer.points), std::clamp(answer.seconds, 0.0, kLongestPause), 1);
  }
  const auto slope = (sums.n * sums.xy - sums.x * sums.y) / (sums.n * sums.xx - sums.x * sums.x);
  const auto point = std::max(slope, 1.0);
  return {std::max((sums.y - point * sums.x) / sums.n, 1.0), point};
}

Habits fitted_habits(const AnswerCounts& counts, std::span<const TimedAnswer> answers) {
  const Habits usual;
  Habits habits;
  habits.pace = fitted_pace(answers);
  habits.first = shares<4>(counts.first, usual.first);
  habits.recalled = shares<3>(std::span(counts.later).subspan<1>(), usual.recalled);
  habits.credit = (counts.credit + kPrior * usual.credit) / (counts.recalled + kPrior);
  return habits;
}

}  // namespace pith::memory
