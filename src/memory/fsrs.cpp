#include "memory/fsrs.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace pith::memory {
namespace {

double number(Rating rating) {
  return static_cast<double>(rating);
}

double limited(double stability) {
  return std::clamp(stability, kMinStability, kMaxStability);
}

MemoryState limited(double stability, double difficulty) {
  return {limited(stability), std::clamp(difficulty, kMinDifficulty, kMaxDifficulty)};
}

/// D0(g) = w4 - exp(w5 (g - 1)) + 1, not limited.
double initial_difficulty(const Parameters& w, Rating rating) {
  return w[4] - std::exp(w[5] * (number(rating) - 1)) + 1;
}

double stability_after_same_day(const Parameters& w, double stability, Rating rating) {
  const auto gain = std::exp(w[17] * (number(rating) - 3 + w[18])) * std::pow(stability, -w[19]);
  return stability * (recalled(rating) ? std::max(gain, 1.0) : gain);
}

double growth_of(const Parameters& w, const MemoryState& before) {
  return std::exp(w[8]) * (11 - before.difficulty) * std::pow(before.stability, -w[9]);
}

double stability_after_recall(const Parameters& w, double stability, double growth, double recall,
                              Rating rating) {
  const auto hard_penalty = rating == Rating::hard ? w[15] : 1.0;
  const auto easy_bonus = rating == Rating::easy ? w[16] : 1.0;
  return stability *
         (1 + growth * (std::exp(w[10] * (1 - recall)) - 1) * hard_penalty * easy_bonus);
}

double lapse_of(const Parameters& w, const MemoryState& before) {
  return w[11] * std::pow(before.difficulty, -w[12]) * (std::pow(before.stability + 1, w[13]) - 1);
}

/// What a same-day Again would leave.
double lapse_cap_of(const Parameters& w, double stability) {
  return stability / std::exp(w[17] * w[18]);
}

double stability_after_lapse(const Parameters& w, double lapse, double cap, double recall) {
  return std::min(lapse * std::exp(w[14] * (1 - recall)), cap);
}

/// Moves by the rating, damped towards 10, then reverts a little to the difficulty of Easy.
double next_difficulty(const Parameters& w, double difficulty, Rating rating) {
  const auto moved = difficulty - (10 - difficulty) * w[6] * (number(rating) - 3) / 9;
  return w[7] * initial_difficulty(w, Rating::easy) + (1 - w[7]) * moved;
}

}  // namespace

std::string_view name_of(Rating rating) {
  static constexpr std::array<std::string_view, 4> kNames = {"again", "hard", "good", "easy"};
  return kNames.at(static_cast<std::size_t>(rating) - 1);
}

std::optional<Rating> rating_numbered(int number) {
  if (number < 1 || number > 4) {
    return std::nullopt;
  }
  return static_cast<Rating>(number);
}

ForgettingCurve::ForgettingCurve(const Parameters& parameters)
    : decay_(-parameters[20]), factor_(std::pow(kRecallAtStability, 1 / decay_) - 1) {}

double ForgettingCurve::retrievability(double days, double stability) const {
  return std::pow(1 + factor_ * days / stability, decay_);
}

double ForgettingCurve::interval(double stability, double retention) const {
  return std::min(stability / factor_ * (std::pow(retention, 1 / decay_) - 1), kLongestInterval);
}

MemoryState first_review(const Parameters& parameters, Rating rating) {
  return limited(parameters[static_cast<std::size_t>(rating) - 1],
                 initial_difficulty(parameters, rating));
}

MemoryState later_review(const Parameters& parameters, const MemoryState& before, double days,
                         Rating rating) {
  return later_review(parameters, ForgettingCurve(parameters), before, days, rating);
}

MemoryState later_review(const Parameters& parameters, const ForgettingCurve& curve,
                         const MemoryState& before, double days, Rating rating) {
  const auto from = limited(before.stability, before.difficulty);
  const auto difficulty = next_difficulty(parameters, from.difficulty, rating);
  if (days <= 0) {
    return limited(stability_after_same_day(parameters, from.stability, rating), difficulty);
  }
  const auto recall = curve.retrievability(days, from.stability);
  const auto stability =
      recalled(rating) ? stability_after_recall(parameters, from.stability,
                                                growth_of(parameters, from), recall, rating)
                       : stability_after_lapse(parameters, lapse_of(parameters, from),
                                               lapse_cap_of(parameters, from.stability), recall);
  return limited(stability, difficulty);
}

Outlook outlook_of(const Parameters& parameters, const MemoryState& state) {
  const auto from = limited(state.stability, state.difficulty);
  return {from.stability, growth_of(parameters, from), lapse_of(parameters, from),
          lapse_cap_of(parameters, from.stability)};
}

double stability_if_good(const Parameters& parameters, const Outlook& outlook, double recall) {
  return limited(
      stability_after_recall(parameters, outlook.stability, outlook.growth, recall, Rating::good));
}

double stability_if_again(const Parameters& parameters, const Outlook& outlook, double recall) {
  return limited(stability_after_lapse(parameters, outlook.lapse, outlook.lapse_cap, recall));
}

double stability_if_repeated(const Parameters& parameters, double stability) {
  return limited(stability_after_same_day(parameters, stability, Rating::good));
}

}  // namespace pith::memory
