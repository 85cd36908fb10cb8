#include "memory/doubt.h"

#include <algorithm>
#include <cmath>

namespace pith::memory {
namespace {

/// Learners differ by about this from the default parameters.
constexpr double kPriorDeviation = 0.5;
/// The factor of all stabilities is one direction in which 21 parameters may be wrong. Found with
/// bench/forecast_bench.cpp.
constexpr double kOtherDirections = 2;

}  // namespace

double doubt_about(std::span<const Prediction> predictions, const Parameters& parameters) {
  const auto decay = parameters[20];
  double information = 1 / (kPriorDeviation * kPriorDeviation);
  for (const auto& prediction : predictions) {
    const auto recall = std::clamp(static_cast<double>(prediction.recall), 1e-6, 1 - 1e-6);
    // With R = (1 + u)^-decay and u = factor t / S: dR / d ln S = decay R u / (1 + u).
    const auto u = std::expm1(-std::log(recall) / decay);
    const auto slope = decay * recall * u / (1 + u);
    information += slope * slope / (recall * (1 - recall));
  }
  return kOtherDirections / std::sqrt(information);
}

}  // namespace pith::memory
