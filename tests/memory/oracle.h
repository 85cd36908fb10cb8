// The optimizer, slowly: each prediction replays its whole history in double precision, gradients
// are differences.
#pragma once

#include <cmath>
#include <numbers>
#include <vector>

#include "memory/review_log.h"
#include "memory/training.h"

namespace pith::test {

/// Recall predicted for the last of `history`.
inline double oracle_recall(const memory::Parameters& w,
                            std::span<const memory::CardReview> history) {
  auto state = memory::first_review(w, history.front().rating);
  for (const auto& review : history.subspan(1, history.size() - 2)) {
    state = memory::later_review(w, state, review.delta_days, review.rating);
  }
  return memory::ForgettingCurve(w).retrievability(history.back().delta_days, state.stability);
}

/// Sum of weight × cross-entropy. `weights` by CardReview::order; 0 leaves a prediction out.
inline double oracle_loss(const memory::ReviewLog& log, const std::vector<float>& weights,
                          const memory::Parameters& w) {
  double loss = 0;
  for (std::size_t i = 0; i < log.card_count(); ++i) {
    const auto card = log.card(i);
    for (std::size_t length = 2; length <= card.size(); ++length) {
      const auto& review = card[length - 1];
      if (review.order == memory::kNoPrediction || weights[review.order] == 0) {
        continue;
      }
      const auto recall = oracle_recall(w, card.first(length));
      const auto seen = memory::recalled(review.rating) ? recall : 1 - recall;
      loss -= static_cast<double>(weights[review.order]) * std::log(seen);
    }
  }
  return loss;
}

inline memory::Parameters oracle_gradient(const memory::ReviewLog& log,
                                          const std::vector<float>& weights,
                                          const memory::Parameters& w) {
  memory::Parameters gradient{};
  for (std::size_t i = 0; i < w.size(); ++i) {
    const double width = 1e-5 * std::max(1.0, w[i]);
    auto above = w;
    auto below = w;
    above[i] += width;
    below[i] -= width;
    gradient[i] =
        (oracle_loss(log, weights, above) - oracle_loss(log, weights, below)) / (2 * width);
  }
  return gradient;
}

}  // namespace pith::test
