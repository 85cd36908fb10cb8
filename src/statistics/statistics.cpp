#include "statistics/statistics.h"

#include <numeric>

namespace pith::statistics {

namespace {

std::optional<double> mean(double sum, std::int64_t count) {
  return count > 0 ? std::optional(sum / static_cast<double>(count)) : std::nullopt;
}

}  // namespace

Effort& Effort::operator+=(const Effort& more) {
  answers += more.answers;
  points += more.points;
  reviews += more.reviews;
  new_points += more.new_points;
  seconds += more.seconds;
  scores += more.scores;
  return *this;
}

std::optional<double> Effort::score() const {
  return mean(scores, answers);
}

GraderFigures& GraderFigures::operator+=(const GraderFigures& more) {
  graded += more.graded;
  raised += more.raised;
  lowered += more.lowered;
  for (std::size_t i = 0; i < verdicts.size(); ++i) {
    for (std::size_t k = 0; k < verdicts[i].size(); ++k) {
      verdicts[i][k] += more.verdicts[i][k];
    }
  }
  return *this;
}

std::int64_t GraderFigures::overruled() const {
  std::int64_t count = 0;
  for (std::size_t i = 0; i < verdicts.size(); ++i) {
    count += std::accumulate(verdicts[i].begin(), verdicts[i].end(), -verdicts[i][i]);
  }
  return count;
}

std::optional<double> Recall::share() const {
  return mean(static_cast<double>(recalled), reviews);
}

std::optional<double> Recall::mean_predicted() const {
  return mean(predicted, reviews);
}

std::optional<double> Recall::mean_desired() const {
  return mean(desired, reviews);
}

double weakness_of(const PointFigures& point) {
  return static_cast<double>(point.failed + 1) / static_cast<double>(point.reviews + 2);
}

}  // namespace pith::statistics
