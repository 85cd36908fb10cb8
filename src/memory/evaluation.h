// How well parameters foresee the reviews of a log.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "memory/parameters.h"
#include "memory/review_log.h"

namespace pith::memory {

/// What the model says before a review, and how the review went.
struct Prediction {
  float recall = 0;  ///< Predicted, (0, 1].
  bool recalled = false;
  std::int32_t delta_days = 0;  ///< Since the previous review, > 0.
  std::int32_t long_waits = 0;  ///< Reviews of the card on a later day than the one before,
                                ///< this one included.
  std::int32_t lapses = 0;      ///< How many of those before this one were rated Again.
};

/// All predictions of a log, in time order.
[[nodiscard]] std::vector<Prediction> predictions(const ReviewLog& log,
                                                  const Parameters& parameters);

struct Evaluation {
  double log_loss = 0;   ///< Weighted mean cross-entropy; 0 = all foreseen.
  double rmse_bins = 0;  ///< Root mean square difference between predicted and actual recall over
                         ///< bins of similar history.
};

/// `weights` as many as predictions; every one counts 1 if empty. All 0 without predictions.
[[nodiscard]] Evaluation evaluated(std::span<const Prediction> predictions,
                                   std::span<const float> weights = {});

/// Predictions of similar recall, and how often they came true.
struct CalibrationBin {
  int count = 0;
  double predicted = 0;  ///< Mean.
  double actual = 0;     ///< Share recalled.
};

/// Ten bins of equal width over [0, 1], those without predictions included.
[[nodiscard]] std::vector<CalibrationBin> calibration(std::span<const Prediction> predictions);

}  // namespace pith::memory
