#include "memory/optimizer.h"

#include <algorithm>
#include <cmath>
#include <future>
#include <vector>

#include "base/error.h"
#include "base/parallel.h"

namespace pith::memory {
namespace {

constexpr std::uint32_t kLeastForTraining = 64;

/// Predictions to learn from, and how many of them came true.
struct Usable {
  std::uint32_t predictions = 0;
  std::uint32_t recalled = 0;
};

Usable usable(const ReviewLog& log, const FirstWaits& waits, std::uint32_t cutoff) {
  Usable count;
  for (std::size_t i = 0; i < log.card_count(); ++i) {
    const auto card = log.card(i);
    if (waits.keeps(card)) {
      for (const auto& review : card) {
        if (review.order < cutoff) {
          ++count.predictions;
          count.recalled += recalled(review.rating) ? 1U : 0U;
        }
      }
    }
  }
  return count;
}

/// The stabilities that have cards behind them, in order; the others filled in again.
void reorder_stabilities(Parameters& w, const RatingCounts& counts) {
  Stabilities stabilities{};
  std::copy_n(w.begin(), stabilities.size(), stabilities.begin());
  std::ranges::copy(ordered_and_filled(stabilities, counts), w.begin());
}

std::uint32_t cards_in(std::span<const FirstWait> waits) {
  std::uint32_t cards = 0;
  for (const auto& wait : waits) {
    cards += static_cast<std::uint32_t>(wait.cards);
  }
  return cards;
}

}  // namespace

Fit fit(const ReviewLog& log, std::uint32_t cutoff, const TrainingOptions& options) {
  cutoff = std::min(cutoff, log.prediction_count());
  const FirstWaits waits(log, cutoff);
  const auto data = usable(log, waits, cutoff);
  Fit fit{.predictions = data.predictions};
  if (data.predictions < kLeastForFit) {
    return fit;
  }
  const auto mean_recall = static_cast<double>(data.recalled) / data.predictions;
  std::ranges::copy(initial_stabilities(waits.kept(), mean_recall), fit.parameters.begin());
  fit.extent = FitExtent::initial_stabilities;
  if (data.predictions < kLeastForTraining || data.predictions == cards_in(waits.kept())) {
    return fit;
  }
  fit.parameters = trained(log, waits, cutoff, fit.parameters, options);
  fit.extent = FitExtent::all_parameters;
  reorder_stabilities(fit.parameters, cards_by_first_rating(waits.kept()));
  if (!std::ranges::all_of(fit.parameters, [](double w) { return std::isfinite(w); })) {
    throw InvalidInput("the parameters that fit these reviews are not finite numbers");
  }
  return fit;
}

Validation validated(const ReviewLog& log, const TrainingOptions& options) {
  const auto count = log.prediction_count();
  const auto run = count / kValidationRuns;
  const auto foreseen = [&](std::uint32_t k) {
    const auto begin = k * run;
    const auto end = k + 1 == kValidationRuns ? count : begin + run;
    const auto all = predictions(log, fit(log, begin, options).parameters);
    return std::vector(all.begin() + begin, all.begin() + end);
  };
  std::vector<std::future<std::vector<Prediction>>> folds;
  for (std::uint32_t k = 1; k < kValidationRuns && run > 0; ++k) {
    folds.push_back(base::beside(foreseen, k));
  }
  const auto with_defaults = predictions(log, kDefaultParameters);
  std::vector<Prediction> unseen;
  for (auto& fold : folds) {
    const auto part = fold.get();
    unseen.insert(unseen.end(), part.begin(), part.end());
  }
  const auto seen = with_defaults.size() - unseen.size();
  return {evaluated(std::span(with_defaults).subspan(seen)), evaluated(unseen), unseen.size()};
}

}  // namespace pith::memory
