#include "memory/training.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <random>

#include "memory/card_blocks.h"
#include "memory/gradient.h"

namespace pith::memory {
namespace {

/// While training, same-day reviews keep some effect: w19 >= 0.01.
constexpr Bounds training_bounds() {
  auto bounds = kBounds;
  bounds.low[19] = 0.01;
  return bounds;
}
constexpr Bounds kTrainingBounds = training_bounds();

constexpr int kSingleBatchEpochs = 5;

/// How far each parameter usually lies from the default among learners.
constexpr Parameters kSpread = {6.43, 9.66, 17.58, 27.85, 0.57, 0.28, 0.6,  0.12, 0.39, 0.18, 0.33,
                                0.3,  0.09, 0.16,  0.57,  0.25, 1.03, 0.31, 0.32, 0.14, 0.27};

/// What is learned from: the cards that are kept, and by CardReview::order how much each prediction
/// counts.
struct TrainingSet {
  std::vector<CardWalk> walks;
  std::vector<float> weights;
  std::uint32_t predictions = 0;
};

/// Gives every marked prediction (1) its recency weight.
void weigh_by_recency(std::vector<float>& marks) {
  const auto kept = std::count(marks.begin(), marks.end(), 1.0F);
  const auto weights = recency_weights(static_cast<std::size_t>(kept));
  auto next = weights.begin();
  for (auto& mark : marks) {
    mark = mark > 0 ? *next++ : 0;
  }
}

TrainingSet training_set(const ReviewLog& log, const FirstWaits& waits, std::uint32_t cutoff) {
  TrainingSet set;
  set.weights.resize(cutoff);
  for (std::uint32_t i = 0; i < log.card_count(); ++i) {
    const auto card = log.card(i);
    if (!waits.keeps(card)) {
      continue;
    }
    for (const auto& review : card) {
      if (review.order < cutoff) {
        set.weights[review.order] = 1;
      }
    }
    if (const auto walk = walk_of(log, i, cutoff, kMaxSteps); walk.steps > 0) {
      set.walks.push_back(walk);
      set.predictions += walk.predictions;
    }
  }
  weigh_by_recency(set.weights);
  return set;
}

class Adam {
 public:
  explicit Adam(const Parameters& start) : w_(start) {}

  [[nodiscard]] const Parameters& parameters() const { return w_; }

  void step(const Gradient& gradient, double rate) {
    first_decay_ *= kBeta1;
    second_decay_ *= kBeta2;
    for (std::size_t i = 0; i < w_.size(); ++i) {
      first_[i] += (1 - kBeta1) * (gradient[i] - first_[i]);
      second_[i] += (1 - kBeta2) * (gradient[i] * gradient[i] - second_[i]);
      const auto direction = first_[i] / (1 - first_decay_);
      const auto size = std::sqrt(second_[i] / (1 - second_decay_));
      w_[i] -= rate * direction / (size + kEpsilon);
    }
    w_ = clamped(w_, kTrainingBounds);
  }

 private:
  static constexpr double kBeta1 = 0.9;
  static constexpr double kBeta2 = 0.999;
  static constexpr double kEpsilon = 1e-8;

  Parameters w_;
  Gradient first_{};
  Gradient second_{};
  double first_decay_ = 1;
  double second_decay_ = 1;
};

/// Fisher and Yates, spelled out because std::shuffle differs between standard libraries.
template <typename T>
void shuffle(std::vector<T>& things, std::mt19937_64& random) {
  for (auto i = things.size(); i > 1; --i) {
    std::swap(things[i - 1], things[random() % i]);
  }
}

/// Falls from the rate to nothing along half a cosine.
double annealed(double rate, double step, double steps) {
  return rate * (1 + std::cos(std::numbers::pi * step / steps)) / 2;
}

}  // namespace

std::vector<float> recency_weights(std::size_t count) {
  const auto last = static_cast<double>(std::max<std::size_t>(count, 2) - 1);
  std::vector<float> weights(count);
  for (std::size_t i = 0; i < count; ++i) {
    const auto rank = static_cast<double>(i) / last;
    weights[i] = static_cast<float>(0.25 + 0.75 * rank * rank * rank);
  }
  return weights;
}

Parameters trained(const ReviewLog& log, const FirstWaits& waits, std::uint32_t cutoff,
                   const Parameters& start, const TrainingOptions& options) {
  const auto kernel = fastest_kernel();
  auto set = training_set(log, waits, cutoff);
  std::mt19937_64 random(options.seed);
  shuffle(set.walks, random);
  auto blocks = packed(log, set.walks, set.weights, options.batch_size);
  const int epochs = blocks.batches.size() > 1 ? options.epochs : kSingleBatchEpochs;
  const double all_steps = epochs * static_cast<double>(blocks.batches.size());
  Adam adam(clamped(start, kTrainingBounds));
  double step = 0;
  for (int epoch = 0; epoch < epochs; ++epoch) {
    shuffle(blocks.batches, random);
    for (const auto& batch : blocks.batches) {
      const auto& w = adam.parameters();
      Gradient gradient{};
      const auto share = options.pull * batch.predictions / set.predictions;
      for (std::size_t i = 0; i < w.size(); ++i) {
        gradient[i] = share * 2 * (w[i] - start[i]) / (kSpread[i] * kSpread[i]);
      }
      const BatchConstants constants(w);
      for (std::size_t i = 0; i < batch.block_count; ++i) {
        kernel.add_gradient(constants, blocks.of(blocks.blocks[batch.first_block + i]), gradient);
      }
      adam.step(gradient, annealed(options.learning_rate, step++, all_steps));
    }
    if (options.on_epoch) {
      options.on_epoch();
    }
  }
  return adam.parameters();
}

}  // namespace pith::memory
