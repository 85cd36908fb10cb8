// How well cards were recalled after their first wait for another day: by first rating and length
// of the wait. The start of the optimizer: initial stabilities come from these counts, and cards
// with an odd first wait are left out of training (fsrs-rs 6, src/dataset.rs).
#pragma once

#include <cstdint>
#include <vector>

#include "memory/review_log.h"

namespace pith::memory {

/// Cards of one first rating that waited equally many days for their first prediction.
struct FirstWait {
  Rating first = Rating::good;
  std::int32_t days = 0;
  int cards = 0;
  int recalled = 0;
};

class FirstWaits {
 public:
  /// Counts the waits that ended before `cutoff` (a rank of CardReview::order) and drops the rare
  /// and the long ones of each first rating.
  FirstWaits(const ReviewLog& log, std::uint32_t cutoff);

  /// What was kept: by first rating, then from the rarest to the commonest, ties by days.
  [[nodiscard]] const std::vector<FirstWait>& kept() const { return kept_; }

  /// Is a card to be trained with? False for cards without a prediction before the cutoff.
  [[nodiscard]] bool keeps(std::span<const CardReview> card) const;

 private:
  std::uint32_t cutoff_;
  std::vector<FirstWait> kept_;
  std::vector<std::uint64_t> kept_keys_;  ///< Ascending.
};

}  // namespace pith::memory
