// Review logs packed for the optimizer's inner loop: eight cards of like length side by side, step
// by step.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "memory/review_log.h"

namespace pith::memory {

/// The first reviews of a card, up to its last prediction that is wanted.
struct CardWalk {
  std::uint32_t card = 0;
  std::uint32_t steps = 0;
  std::uint32_t predictions = 0;  ///< Among these steps.
};

/// The part of a card whose predictions come before `cutoff`, a rank of CardReview::order; at most
/// `longest` reviews. Without steps if there are no such predictions.
[[nodiscard]] CardWalk walk_of(const ReviewLog& log, std::uint32_t card, std::uint32_t cutoff,
                               std::size_t longest);

inline constexpr std::size_t kBlockWidth = 8;

/// A number for each card of a block.
struct alignas(kBlockWidth * sizeof(float)) Row {
  std::array<float, kBlockWidth> of{};
};

/// One review of each of a block's cards. Cards shorter than the block are padded with steps that
/// nothing depends on.
struct BlockStep {
  Row days;    ///< Since the previous review; 0 = same study day.
  Row rating;  ///< 1..4.
  Row weight;  ///< Of the prediction made at this review; 0 where there is none.
};

/// A stretch of CardBlocks::steps.
struct Block {
  std::size_t begin = 0;
  std::size_t steps = 0;
};

/// Blocks between two steps of the optimizer.
struct Batch {
  std::size_t first_block = 0;
  std::size_t block_count = 0;
  std::uint32_t predictions = 0;
};

struct CardBlocks {
  std::vector<BlockStep> steps;
  std::vector<Block> blocks;
  std::vector<Batch> batches;

  [[nodiscard]] std::span<const BlockStep> of(const Block& block) const {
    return std::span(steps).subspan(block.begin, block.steps);
  }
};

/// Packs `walks` in batches, in their order, and the cards of a batch by length, so that those of a
/// block are alike; `walks` is left in the order they are packed in. A batch is closed before the
/// card that would take it over `batch_size` predictions. `weights` by CardReview::order.
[[nodiscard]] CardBlocks packed(const ReviewLog& log, std::span<CardWalk> walks,
                                std::span<const float> weights, std::uint32_t batch_size);

}  // namespace pith::memory
