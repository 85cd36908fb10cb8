#include "memory/optimizer.h"

#include <cmath>
#include <numbers>
#include <vector>

#include <catch2/catch.hpp>

#include "memory/oracle.h"
#include "memory/replays.h"
#include "support/learner.h"

using namespace pith::memory;
using pith::test::simulated_log;

namespace {

/// Marks with 1 what training learns from, then weighs it, straight from the definition.
std::vector<float> training_weights(const ReviewLog& log, const FirstWaits& waits) {
  std::vector<float> weights(log.prediction_count());
  for (std::size_t i = 0; i < log.card_count(); ++i) {
    for (const auto& review : log.card(i)) {
      if (review.order != kNoPrediction && waits.keeps(log.card(i))) {
        weights[review.order] = 1;
      }
    }
  }
  const auto kept = static_cast<double>(std::count(weights.begin(), weights.end(), 1.0F));
  double rank = 0;
  for (auto& weight : weights) {
    if (weight > 0) {
      weight = static_cast<float>(0.25 + 0.75 * std::pow(rank++ / (kept - 1), 3));
    }
  }
  return weights;
}

/// Adam on the whole log at once, for five steps: what training does with less than one batch.
Parameters oracle_training(const ReviewLog& log, const std::vector<float>& weights,
                           const Parameters& start) {
  const Parameters spread = {6.43, 9.66, 17.58, 27.85, 0.57, 0.28, 0.6,  0.12, 0.39, 0.18, 0.33,
                             0.3,  0.09, 0.16,  0.57,  0.25, 1.03, 0.31, 0.32, 0.14, 0.27};
  auto w = start;
  Parameters mean{};
  Parameters square{};
  for (int step = 0; step < 5; ++step) {
    auto gradient = pith::test::oracle_gradient(log, weights, w);
    const auto rate = 0.02 * (1 + std::cos(std::numbers::pi * step / 5));
    for (std::size_t i = 0; i < w.size(); ++i) {
      gradient[i] += 2 * (w[i] - start[i]) / std::pow(spread[i], 2);
      mean[i] = 0.9 * mean[i] + 0.1 * gradient[i];
      square[i] = 0.999 * square[i] + 0.001 * gradient[i] * gradient[i];
      w[i] -= rate * mean[i] / (1 - std::pow(0.9, step + 1)) /
              (std::sqrt(square[i] / (1 - std::pow(0.999, step + 1))) + 1e-8);
    }
    w[19] = std::max(w[19], 0.01);
    w = clamped(w);
  }
  return w;
}

double loss(const ReviewLog& log, const Parameters& parameters) {
  return evaluated(predictions(log, parameters)).log_loss;
}

/// How far apart the recall is that two sets of parameters predict.
double mean_difference(const ReviewLog& log, const Parameters& a, const Parameters& b) {
  const auto by_a = predictions(log, a);
  const auto by_b = predictions(log, b);
  double sum = 0;
  for (std::size_t i = 0; i < by_a.size(); ++i) {
    sum += std::abs(static_cast<double>(by_a[i].recall) - static_cast<double>(by_b[i].recall));
  }
  return sum / static_cast<double>(by_a.size());
}

}  // namespace

TEST_CASE("training finds what the slow oracle finds", "[memory]") {
  const auto seed = GENERATE(1U, 2U, 3U);
  const ReviewLog log(
      simulated_log({.truth = pith::test::kEager, .cards = 60, .days = 200, .seed = seed}));
  REQUIRE(log.prediction_count() < 512);
  const FirstWaits waits(log, log.prediction_count());
  auto start = kDefaultParameters;
  start[0] = 0.5;
  start[2] = 3.0;

  const auto fitted = trained(log, waits, log.prediction_count(), start);

  const auto expected = oracle_training(log, training_weights(log, waits), start);
  for (std::size_t i = 0; i < fitted.size(); ++i) {
    CAPTURE(i);
    CHECK(fitted[i] == Approx(expected[i]).margin(1e-3));
  }
}

TEST_CASE("a fit comes close to the learner's true parameters", "[memory]") {
  const ReviewLog log(
      simulated_log({.truth = pith::test::kEager, .cards = 1500, .days = 700, .seed = 5}));
  const ReviewLog unseen(
      simulated_log({.truth = pith::test::kEager, .cards = 1000, .days = 700, .seed = 6}));

  const auto fitted = fit(log);

  CHECK(fitted.extent == FitExtent::all_parameters);
  const auto best = loss(unseen, pith::test::kEager);
  CHECK(loss(unseen, fitted.parameters) < best + 0.002);
  CHECK(loss(unseen, kDefaultParameters) > best + 0.01);
  CHECK(fitted.parameters[2] == Approx(pith::test::kEager[2]).epsilon(0.15));
  CHECK(mean_difference(unseen, fitted.parameters, pith::test::kEager) < 0.012);
  CHECK(mean_difference(unseen, kDefaultParameters, pith::test::kEager) > 0.03);
}

TEST_CASE("a fit depends on nothing but log and seed", "[memory]") {
  const ReviewLog log(simulated_log({.cards = 400, .days = 500}));
  TrainingOptions other;
  other.seed = 7;

  CHECK(fit(log).parameters == fit(log).parameters);
  CHECK(fit(log, kWholeLog, other).parameters != fit(log).parameters);
}

TEST_CASE("a fit tells how far it has come", "[memory]") {
  const ReviewLog log(simulated_log({.cards = 400, .days = 500}));
  TrainingOptions options;
  int told = 0;
  options.on_epoch = [&] { ++told; };
  static_cast<void>(fit(log, kWholeLog, options));
  CHECK(told == options.epochs);
}

TEST_CASE("few reviews leave the defaults as they are", "[memory]") {
  CHECK(fit(ReviewLog({})).parameters == kDefaultParameters);
  CHECK(fit(ReviewLog({})).extent == FitExtent::defaults);

  const auto few = fit(ReviewLog(simulated_log({.cards = 10, .days = 60})));
  CHECK(few.parameters == kDefaultParameters);
  CHECK(few.extent == FitExtent::defaults);
}

TEST_CASE("some reviews fit the initial stabilities only", "[memory]") {
  std::vector<LoggedReview> reviews;
  for (int card = 0; card < 200; ++card) {
    reviews.push_back({.card = card, .time = card, .day = 0});
    reviews.push_back({.card = card, .time = 1000 + card, .day = 3, .rating = Rating::hard});
  }
  const auto fitted = fit(ReviewLog(reviews));

  CHECK(fitted.extent == FitExtent::initial_stabilities);
  CHECK(fitted.predictions == 200);
  CHECK(fitted.parameters[2] > kDefaultParameters[2]);
  CHECK(std::equal(fitted.parameters.begin() + 4, fitted.parameters.end(),
                   kDefaultParameters.begin() + 4));
}

TEST_CASE("fitted parameters stay inside their bounds, stabilities ascending", "[memory]") {
  std::vector<LoggedReview> reviews;
  for (int card = 0; card < 300; ++card) {
    for (int i = 0; i < 6; ++i) {
      reviews.push_back({.card = card,
                         .time = i * 1000 + card,
                         .day = i * 30,
                         .rating = *rating_numbered(1 + (card + i) % 4)});
    }
  }
  const auto fitted = fit(ReviewLog(reviews)).parameters;

  CHECK(clamped(fitted) == fitted);
  CHECK(std::is_sorted(fitted.begin(), fitted.begin() + 4));
}

TEST_CASE("validation foresees reviews that the fit has not seen", "[memory]") {
  const auto odd =
      validated(ReviewLog(simulated_log({.truth = pith::test::kEager, .cards = 400, .days = 500})));
  CHECK(odd.is_worth_taking());

  const auto average = validated(ReviewLog(simulated_log({.cards = 50, .days = 100})));
  CHECK(average.fitted.log_loss == Approx(average.defaults.log_loss).epsilon(0.05));

  CHECK_FALSE(validated(ReviewLog({})).is_worth_taking());
}

TEST_CASE("recent predictions count more", "[memory]") {
  const auto weights = recency_weights(5);

  CHECK(weights.front() == 0.25F);
  CHECK(weights[2] == Approx(0.25 + 0.75 / 8));
  CHECK(weights.back() == 1.0F);
  CHECK(recency_weights(1) == std::vector{0.25F});
  CHECK(recency_weights(0).empty());
}

TEST_CASE("cards of too many reviews on their first day teach nothing", "[memory]") {
  std::vector<LoggedReview> reviews;
  for (int card = 0; card < 40; ++card) {
    for (std::int64_t i = 0; i < 300; ++i) {
      reviews.push_back({.card = card, .time = i, .day = 0});
    }
    reviews.push_back({.card = card, .time = 1000, .day = 3});
    reviews.push_back({.card = card, .time = 2000, .day = 9});
  }
  const auto fitted = fit(ReviewLog(reviews)).parameters;

  CHECK(std::equal(fitted.begin() + 4, fitted.end(), kDefaultParameters.begin() + 4));
}
