#include "grading/score.h"

namespace pith::grading {

std::vector<double> weights_of(const deck::Item& item) {
  std::vector<double> weights;
  for (const auto& point : item.points) {
    weights.push_back(point.weight);
  }
  return weights;
}

double score_of(std::span<const PointResult> points, std::span<const double> weights) {
  double earned = 0;
  double possible = 0;
  for (std::size_t p = 0; p < points.size(); ++p) {
    earned += weights[p] * points[p].credit;
    possible += weights[p];
  }
  return possible > 0 ? earned / possible : 0.0;
}

bool passes(double score, double mark) {
  constexpr double kRounding = 1e-9;
  return score + kRounding >= mark;
}

}  // namespace pith::grading
