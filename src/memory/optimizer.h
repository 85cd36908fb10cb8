// Parameters that fit a learner: initial stabilities, then training. With few reviews it keeps what
// they cannot tell apart from chance at the defaults.
#pragma once

#include <cstdint>
#include <limits>

#include "memory/evaluation.h"
#include "memory/training.h"

namespace pith::memory {

/// Usable predictions below which nothing is fitted.
inline constexpr std::uint32_t kLeastForFit = 8;

/// How far the data went.
enum class FitExtent : std::uint8_t {
  defaults,             ///< Fewer than kLeastForFit usable predictions: nothing was fitted.
  initial_stabilities,  ///< Fewer than 64, or first waits only: w0..w3.
  all_parameters
};

struct Fit {
  Parameters parameters = kDefaultParameters;
  FitExtent extent = FitExtent::defaults;
  std::uint32_t predictions = 0;  ///< Learned from, outliers excluded.
};

inline constexpr std::uint32_t kWholeLog = std::numeric_limits<std::uint32_t>::max();

/// Fits to the first `cutoff` predictions of `log`, in time order.
/// Throws pith::InvalidInput if the result is not finite.
[[nodiscard]] Fit fit(const ReviewLog& log, std::uint32_t cutoff = kWholeLog,
                      const TrainingOptions& options = {});

inline constexpr std::uint32_t kValidationRuns = 6;

/// Would fitting have helped on reviews that it had not seen? The log is cut in six runs of
/// predictions; parameters fitted to the first one, two, … five runs foresee the next run.
struct Validation {
  Evaluation defaults;
  Evaluation fitted;
  std::size_t reviews = 0;  ///< So many were foreseen; 0 where there are too few to part.

  /// Lower log loss on unseen reviews.
  [[nodiscard]] bool is_worth_taking() const { return fitted.log_loss < defaults.log_loss; }
};

[[nodiscard]] Validation validated(const ReviewLog& log, const TrainingOptions& options = {});

}  // namespace pith::memory
