#include "memory/gradient.h"

#include <vector>

#include <catch2/catch.hpp>

#include "memory/oracle.h"
#include "memory/replays.h"
#include "support/learner.h"

using namespace pith::memory;
using pith::test::simulated_log;

namespace {

std::vector<CardWalk> all_walks(const ReviewLog& log) {
  std::vector<CardWalk> walks;
  for (std::uint32_t i = 0; i < log.card_count(); ++i) {
    if (const auto walk = walk_of(log, i, kNoPrediction, kMaxSteps); walk.steps > 0) {
      walks.push_back(walk);
    }
  }
  return walks;
}

Gradient gradient_by(const Kernel& kernel, const ReviewLog& log, const std::vector<float>& weights,
                     const Parameters& w) {
  auto walks = all_walks(log);
  const auto blocks = packed(log, walks, weights, 512);
  Gradient gradient{};
  for (const auto& block : blocks.blocks) {
    kernel.add_gradient(BatchConstants(w), blocks.of(block), gradient);
  }
  return gradient;
}

}  // namespace

TEST_CASE("the gradient is that of the slow oracle", "[memory]") {
  const auto* const w = GENERATE(&kDefaultParameters, &pith::test::kEager, &pith::test::kReluctant);
  const auto seed = GENERATE(1U, 2U);
  const ReviewLog log(simulated_log({.truth = *w, .cards = 37, .days = 400, .seed = seed}));
  const auto weights = recency_weights(log.prediction_count());

  const auto expected = pith::test::oracle_gradient(log, weights, *w);

  for (const auto& kernel : {portable_kernel(), fastest_kernel()}) {
    const auto gradient = gradient_by(kernel, log, weights, *w);
    for (std::size_t i = 0; i < gradient.size(); ++i) {
      CAPTURE(i, seed);
      CHECK(gradient[i] == Approx(expected[i]).epsilon(1e-3).margin(2e-3));
    }
  }
}

TEST_CASE("the kernel predicts what the oracle predicts", "[memory]") {
  const ReviewLog log(simulated_log({.cards = 40, .days = 400, .seed = 3}));
  auto walks = all_walks(log);
  const auto blocks = packed(log, walks, {}, 1000000);
  for (const auto& kernel : {portable_kernel(), fastest_kernel()}) {
    auto walk = walks.begin();
    for (const auto& block : blocks.blocks) {
      std::vector<Row> recall(block.steps);
      kernel.predict(BatchConstants(kDefaultParameters), blocks.of(block), recall);
      for (std::size_t at = 0; at < kBlockWidth && walk != walks.end(); ++at, ++walk) {
        const auto card = log.card(walk->card).first(walk->steps);
        CHECK(recall[walk->steps - 1].of[at] ==
              Approx(pith::test::oracle_recall(kDefaultParameters, card)).margin(1e-5));
      }
    }
    CHECK(walk == walks.end());
  }
}

TEST_CASE("a batch is closed before the card that would take it over its size", "[memory]") {
  const ReviewLog log(simulated_log({.cards = 100, .days = 300}));

  auto walks = all_walks(log);
  const auto blocks = packed(log, walks, {}, 50);

  std::uint32_t predictions = 0;
  std::size_t block_count = 0;
  for (const auto& batch : blocks.batches) {
    CHECK(batch.predictions <= 50);
    CHECK(batch.first_block == block_count);
    predictions += batch.predictions;
    block_count += batch.block_count;
  }
  CHECK(predictions == log.prediction_count());
  CHECK(block_count == blocks.blocks.size());
  CHECK(blocks.batches.size() >= predictions / 50);
}
