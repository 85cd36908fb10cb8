// The score of an answer: what its points earned, by their weights.
#pragma once

#include <span>
#include <vector>

#include "deck/item.h"
#include "grading/grade.h"

namespace pith::grading {

/// What a verdict earns, unless something finer was found: 1, a half or 0.
[[nodiscard]] double credit_of(Verdict verdict);

/// A mean by weights; 0 where nothing has any.
class WeightedMean {
 public:
  void add(double value, double weight);
  [[nodiscard]] double value() const;

 private:
  double sum_ = 0;
  double weights_ = 0;
};

/// Of the item's points, in their order.
[[nodiscard]] std::vector<double> weights_of(const deck::Item& item);

/// Mean of the credits by these weights, as many as there are points, [0, 1]; 0 where nothing has
/// any.
[[nodiscard]] double score_of(std::span<const PointResult> points, std::span<const double> weights);

/// Whether a score reaches a pass mark, but for what adding up weights rounds away.
[[nodiscard]] bool passes(double score, double mark);

}  // namespace pith::grading
