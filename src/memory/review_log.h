// A log of reviews as the optimizer and its evaluation read it: by card, with the days between
// reviews, and with the predictions that the model can be judged by. A card is one point of one's
// own history, or a card of an imported log.
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <vector>

#include "memory/fsrs.h"

namespace pith::memory {

/// A review as logs have it.
struct LoggedReview {
  std::int64_t card = 0;
  std::int64_t time = 0;  ///< Milliseconds UTC; only their order matters.
  std::int32_t day = 0;   ///< Number of the study day.
  Rating rating = Rating::good;
};

inline constexpr std::uint32_t kNoPrediction = std::numeric_limits<std::uint32_t>::max();

/// A review of one card.
struct CardReview {
  std::int32_t delta_days = 0;  ///< Whole days since the card's previous review, >= 0; first: 0.
  /// Rank in time among all predictions: the reviews on a later day than the card's previous one,
  /// whose outcome the model has to foresee. kNoPrediction for the others.
  std::uint32_t order = kNoPrediction;
  Rating rating = Rating::good;
};

/// The reviews by card, each card's in the order of time. Does not change once it is made.
class ReviewLog {
 public:
  /// Takes the reviews in any order; equal times keep theirs.
  explicit ReviewLog(std::vector<LoggedReview> reviews);

  [[nodiscard]] std::size_t review_count() const { return reviews_.size(); }
  [[nodiscard]] std::size_t card_count() const { return starts_.size() - 1; }
  [[nodiscard]] std::uint32_t prediction_count() const { return predictions_; }

  /// The reviews of a card in time order; never empty. `index` counts cards by first review.
  [[nodiscard]] std::span<const CardReview> card(std::size_t index) const {
    return std::span(reviews_).subspan(starts_[index], starts_[index + 1] - starts_[index]);
  }

 private:
  std::vector<CardReview> reviews_;
  std::vector<std::size_t> starts_;
  std::uint32_t predictions_ = 0;
};

}  // namespace pith::memory
