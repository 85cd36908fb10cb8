#include "grading/score.h"

namespace pith::grading {

double credit_of(Verdict verdict) {
  return verdict == Verdict::hit ? 1.0 : verdict == Verdict::partial ? 0.5 : 0.0;
}

void WeightedMean::add(double value, double weight) {
  sum_ += weight * value;
  weights_ += weight;
}

double WeightedMean::value() const {
  return weights_ > 0 ? sum_ / weights_ : 0.0;
}

std::vector<double> weights_of(const deck::Item& item) {
  std::vector<double> weights;
  for (const auto& point : item.points) {
    weights.push_back(point.weight);
  }
  return weights;
}

double score_of(std::span<const PointResult> points, std::span<const double> weights) {
  WeightedMean mean;
  for (std::size_t p = 0; p < points.size(); ++p) {
    mean.add(points[p].credit, weights[p]);
  }
  return mean.value();
}

bool passes(double score, double mark) {
  constexpr double kRounding = 1e-9;
  return score + kRounding >= mark;
}

}  // namespace pith::grading
