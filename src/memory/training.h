// Fits w0..w20 to a log by stochastic gradient descent (Adam), from given initial stabilities. The
// method and its constants are those of fsrs-rs 6 (src/training.rs); logs of more than one batch
// are batched by whole cards, mixed, and visited more often, which fits them better
// (docs/memory.md).
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <vector>

#include "memory/first_waits.h"
#include "memory/initial_stability.h"
#include "memory/parameters.h"
#include "memory/review_log.h"

namespace pith::memory {

struct TrainingOptions {
  int epochs = 8;                  ///< 5 if all predictions fit into one batch.
  std::uint32_t batch_size = 512;  ///< Predictions.
  std::uint64_t seed = 2023;       ///< Of the mixing of cards and batches.
  double learning_rate = 0.04;
  double pull = 1;  ///< Towards the start: how strongly a parameter resists leaving it.
  std::function<void()> on_epoch{};  ///< Called after each, by any thread; may be empty.
};

/// How much each of `count` predictions in time order counts: 0.25, rising to 1 with the cube of
/// its rank.
[[nodiscard]] std::vector<float> recency_weights(std::size_t count);

/// Parameters after the last epoch. `start` is where training begins and what it is pulled to.
/// Learns from the predictions before `cutoff` of the cards that `waits` keeps, recent ones more.
/// The same arguments give the same result on one machine.
[[nodiscard]] Parameters trained(const ReviewLog& log, const FirstWaits& waits,
                                 std::uint32_t cutoff, const Parameters& start,
                                 const TrainingOptions& options = {});

}  // namespace pith::memory
