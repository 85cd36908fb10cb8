#include "memory/doubt.h"

#include <vector>

#include <catch2/catch.hpp>

#include "support/forecast_trial.h"

using namespace pith::memory;

TEST_CASE("doubt about parameters shrinks with the reviews behind them", "[memory]") {
  const auto after = [](std::size_t count) {
    const std::vector<Prediction> predictions(count, {.recall = 0.85F, .recalled = true});
    return doubt_about(predictions, kDefaultParameters);
  };
  CHECK(after(0) == Approx(1));
  CHECK(after(100) < after(0));
  CHECK(after(10'000) == Approx(after(1'000'000) * 10).epsilon(0.05));
}

TEST_CASE("reviews whose outcome was certain tell nothing", "[memory]") {
  const std::vector<Prediction> certain(1000, {.recall = 1.0F, .recalled = true});
  CHECK(doubt_about(certain, kDefaultParameters) == Approx(1).epsilon(0.01));
}

TEST_CASE("a doubtful forecast is a wider one", "[memory]") {
  pith::test::TrialOptions options;
  options.items = 10;
  options.runs = 40;
  const auto sure = pith::test::ForecastTrial(options, 1).run(1).forecast;
  options.belief = pith::test::Belief::fitted;
  const auto doubtful = pith::test::ForecastTrial(options, 1).run(1).forecast;
  CHECK(doubtful.high - doubtful.low > sure.high - sure.low);
}

TEST_CASE("the true score of simulated learners lies in the 80 % interval 8 times in 10",
          "[memory]") {
  pith::test::TrialOptions options;
  options.items = 15;
  options.points = 2;
  options.days_before = 15;
  options.days_ahead = 10;
  options.runs = 60;
  constexpr int kLearners = 120;
  int inside = 0;
  for (std::uint64_t i = 0; i < kLearners; ++i) {
    inside += pith::test::ForecastTrial(options, 100 + i).run(i).hit() ? 1 : 0;
  }
  CHECK(inside > 0.68 * kLearners);  // three standard deviations of a binomial
  CHECK(inside < 0.92 * kLearners);
}
