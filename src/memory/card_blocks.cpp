#include "memory/card_blocks.h"

#include <algorithm>

namespace pith::memory {
namespace {

/// Writes a card into its place in a block.
void fill(std::span<BlockStep> block, std::size_t at, std::span<const CardReview> reviews,
          std::span<const float> weights) {
  for (std::size_t i = 0; i < reviews.size(); ++i) {
    const auto& review = reviews[i];
    block[i].days.of[at] = static_cast<float>(review.delta_days);
    block[i].rating.of[at] = static_cast<float>(review.rating);
    block[i].weight.of[at] = review.order < weights.size() ? weights[review.order] : 0.0F;
  }
}

void add_block(CardBlocks& blocks, const ReviewLog& log, std::span<const CardWalk> walks,
               std::span<const float> weights) {
  BlockStep padding;
  padding.rating.of.fill(static_cast<float>(Rating::good));
  const Block block{blocks.steps.size(),
                    std::ranges::max_element(walks, {}, &CardWalk::steps)->steps};
  blocks.steps.resize(block.begin + block.steps, padding);
  for (std::size_t at = 0; at < walks.size(); ++at) {
    const auto& walk = walks[at];
    fill(std::span(blocks.steps).subspan(block.begin), at, log.card(walk.card).first(walk.steps),
         weights);
  }
  blocks.blocks.push_back(block);
}

/// How many of the first walks make a batch, and its predictions.
std::pair<std::size_t, std::uint32_t> next_batch(std::span<const CardWalk> walks,
                                                 std::uint32_t batch_size) {
  std::size_t count = 0;
  std::uint32_t predictions = 0;
  while (count < walks.size() &&
         (count == 0 || predictions + walks[count].predictions <= batch_size)) {
    predictions += walks[count++].predictions;
  }
  return {count, predictions};
}

}  // namespace

CardWalk walk_of(const ReviewLog& log, std::uint32_t card, std::uint32_t cutoff,
                 std::size_t longest) {
  const auto reviews = log.card(card);
  CardWalk walk{.card = card};
  const auto end = std::min(reviews.size(), longest);
  for (std::uint32_t i = 0; i < end; ++i) {
    if (reviews[i].order < cutoff) {
      walk.steps = i + 1;
      ++walk.predictions;
    }
  }
  return walk;
}

CardBlocks packed(const ReviewLog& log, std::span<CardWalk> walks, std::span<const float> weights,
                  std::uint32_t batch_size) {
  CardBlocks blocks;
  while (!walks.empty()) {
    const auto [cards, predictions] = next_batch(walks, batch_size);
    std::ranges::stable_sort(walks.first(cards), {}, &CardWalk::steps);
    Batch batch{blocks.blocks.size(), 0, predictions};
    for (auto rest = walks.first(cards); !rest.empty();) {
      const auto width = std::min(rest.size(), kBlockWidth);
      add_block(blocks, log, rest.first(width), weights);
      rest = rest.subspan(width);
    }
    batch.block_count = blocks.blocks.size() - batch.first_block;
    blocks.batches.push_back(batch);
    walks = walks.subspan(cards);
  }
  return blocks;
}

}  // namespace pith::memory
