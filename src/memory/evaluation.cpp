#include "memory/evaluation.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <numeric>

#include "memory/card_blocks.h"
#include "memory/gradient.h"

namespace pith::memory {
namespace {

constexpr int kCalibrationBins = 10;

std::vector<CardWalk> all_walks(const ReviewLog& log) {
  std::vector<CardWalk> walks;
  for (std::uint32_t i = 0; i < log.card_count(); ++i) {
    if (const auto walk = walk_of(log, i, kNoPrediction, log.card(i).size()); walk.steps > 0) {
      walks.push_back(walk);
    }
  }
  return walks;
}

/// Adds one card's predictions to `all`; `recall` by step, at the card's place.
void collect(std::span<const CardReview> card, std::span<const Row> recall, std::size_t at,
             std::vector<Prediction>& all) {
  std::int32_t long_waits = 0;
  std::int32_t lapses = 0;
  for (std::size_t i = 0; i < card.size(); ++i) {
    const auto& review = card[i];
    if (review.order != kNoPrediction) {
      all[review.order] = {.recall = recall[i].of[at],
                           .recalled = recalled(review.rating),
                           .delta_days = review.delta_days,
                           .long_waits = ++long_waits,
                           .lapses = lapses};
      lapses += recalled(review.rating) ? 0 : 1;
    }
  }
}

/// Exponents, from 1 on, of the geometric bins that a count falls into; 0 for none.
int geometric_bin(double value, double base) {
  return value < 1 ? 0 : 1 + static_cast<int>(std::floor(std::log(value) / std::log(base)));
}

std::array<int, 3> bin_of(const Prediction& prediction) {
  return {geometric_bin(prediction.delta_days, 3.62),
          geometric_bin(prediction.long_waits + 1, 1.89), geometric_bin(prediction.lapses, 1.73)};
}

struct BinSums {
  double weight = 0;
  double count = 0;
  double predicted = 0;
  double actual = 0;
};

double root_mean_square(const std::map<std::array<int, 3>, BinSums>& bins) {
  double weight = 0;
  double sum = 0;
  for (const auto& entry : bins) {
    const auto& bin = entry.second;
    weight += bin.weight;
    sum += bin.weight * std::pow((bin.predicted - bin.actual) / bin.count, 2);
  }
  return std::sqrt(sum / weight);
}

}  // namespace

std::vector<Prediction> predictions(const ReviewLog& log, const Parameters& parameters) {
  auto walks = all_walks(log);
  const auto blocks = packed(log, walks, {}, log.prediction_count());
  const BatchConstants constants(parameters);
  const auto kernel = fastest_kernel();
  std::vector<Prediction> all(log.prediction_count());
  std::vector<Row> recall;
  std::span<const CardWalk> rest = walks;
  for (const auto& block : blocks.blocks) {
    recall.resize(block.steps);
    kernel.predict(constants, blocks.of(block), recall);
    const auto width = std::min(kBlockWidth, rest.size());
    for (std::size_t at = 0; at < width; ++at) {
      collect(log.card(rest[at].card).first(rest[at].steps), recall, at, all);
    }
    rest = rest.subspan(width);
  }
  return all;
}

Evaluation evaluated(std::span<const Prediction> predictions, std::span<const float> weights) {
  if (predictions.empty()) {
    return {};
  }
  std::map<std::array<int, 3>, BinSums> bins;
  double loss = 0;
  double total = 0;
  for (std::size_t i = 0; i < predictions.size(); ++i) {
    const auto& prediction = predictions[i];
    const auto weight = static_cast<double>(weights.empty() ? 1 : weights[i]);
    const auto recall = static_cast<double>(prediction.recall);
    loss -= weight * std::log(prediction.recalled ? recall : 1 - recall);
    total += weight;
    auto& bin = bins[bin_of(prediction)];
    bin.weight += weight;
    bin.count += 1;
    bin.predicted += recall;
    bin.actual += prediction.recalled ? 1 : 0;
  }
  return {loss / total, root_mean_square(bins)};
}

std::vector<CalibrationBin> calibration(std::span<const Prediction> predictions) {
  std::vector<CalibrationBin> table(kCalibrationBins);
  for (const auto& prediction : predictions) {
    const auto at = static_cast<std::size_t>(prediction.recall * float{kCalibrationBins});
    auto& bin = table[std::min(at, table.size() - 1)];
    ++bin.count;
    bin.predicted += static_cast<double>(prediction.recall);
    bin.actual += prediction.recalled ? 1 : 0;
  }
  for (auto& bin : table) {
    bin.predicted /= std::max(bin.count, 1);
    bin.actual /= std::max(bin.count, 1);
  }
  return table;
}

}  // namespace pith::memory
