#include "memory/evaluation.h"

#include <cmath>
#include <vector>

#include <catch2/catch.hpp>

#include "memory/oracle.h"
#include "support/learner.h"

using namespace pith::memory;
using pith::test::simulated_log;

namespace {

Prediction foreseen(float recall, bool recalled, int days = 5) {
  return {.recall = recall, .recalled = recalled, .delta_days = days, .long_waits = 1};
}

}  // namespace

TEST_CASE("log loss is the weighted mean cross-entropy", "[memory]") {
  const std::vector predictions = {foreseen(0.9F, true), foreseen(0.9F, false),
                                   foreseen(0.5F, true)};

  CHECK(evaluated(predictions).log_loss ==
        Approx(-(std::log(0.9) + std::log(0.1) + std::log(0.5)) / 3));
  CHECK(evaluated(predictions, std::vector{1.0F, 3.0F, 0.0F}).log_loss ==
        Approx(-(std::log(0.9) + 3 * std::log(0.1)) / 4));
  CHECK(evaluated({}).log_loss == 0.0);
}

TEST_CASE("the log loss of a log is the oracle's", "[memory]") {
  const ReviewLog log(simulated_log({.cards = 60, .days = 500}));
  const std::vector<float> weights(log.prediction_count(), 1.0F);

  const auto evaluation = evaluated(predictions(log, kDefaultParameters));

  const auto expected = pith::test::oracle_loss(log, weights, kDefaultParameters);
  CHECK(evaluation.log_loss == Approx(expected / log.prediction_count()).epsilon(1e-6));
}

TEST_CASE("predictions stand in time order with the history before them", "[memory]") {
  const ReviewLog log({{.card = 1, .time = 1, .day = 0},
                       {.card = 2, .time = 2, .day = 0},
                       {.card = 2, .time = 3, .day = 1, .rating = Rating::again},
                       {.card = 2, .time = 4, .day = 1},
                       {.card = 1, .time = 5, .day = 2},
                       {.card = 2, .time = 6, .day = 4}});

  const auto all = predictions(log, kDefaultParameters);

  REQUIRE(all.size() == 3);
  CHECK_FALSE(all[0].recalled);
  CHECK(all[0].delta_days == 1);
  CHECK(all[1].delta_days == 2);
  CHECK(all[1].long_waits == 1);
  CHECK(all[2].delta_days == 3);
  CHECK(all[2].long_waits == 2);
  CHECK(all[2].lapses == 1);
  CHECK(all[2].recalled);
}

TEST_CASE("RMSE compares within bins of similar history", "[memory]") {
  const std::vector same_bin = {foreseen(0.8F, true), foreseen(0.8F, false)};
  const std::vector other_days = {foreseen(0.8F, true, 2), foreseen(0.8F, false, 40)};

  CHECK(evaluated(same_bin).rmse_bins == Approx(0.3));
  CHECK(evaluated(other_days).rmse_bins == Approx(std::sqrt((0.2 * 0.2 + 0.8 * 0.8) / 2)));
  CHECK(evaluated({}).rmse_bins == 0.0);
}

TEST_CASE("bins grow geometrically with days, waits and lapses", "[memory]") {
  const auto apart = [](Prediction a, Prediction b) {
    a.recalled = !b.recalled;
    return evaluated(std::vector{a, b}).rmse_bins > 0.4;
  };
  const Prediction base{.recall = 0.5, .recalled = true, .delta_days = 1, .long_waits = 1};
  const auto with = [&base](int days, int waits, int lapses) {
    auto changed = base;
    changed.delta_days = days;
    changed.long_waits = waits;
    changed.lapses = lapses;
    return changed;
  };

  CHECK_FALSE(apart(with(1, 1, 0), with(3, 1, 0)));
  CHECK(apart(with(3, 1, 0), with(4, 1, 0)));
  CHECK_FALSE(apart(with(14, 1, 0), with(47, 1, 0)));
  CHECK(apart(with(13, 1, 0), with(14, 1, 0)));
  CHECK_FALSE(apart(with(1, 1, 0), with(1, 2, 0)));
  CHECK(apart(with(1, 2, 0), with(1, 3, 0)));
  CHECK(apart(with(1, 1, 0), with(1, 1, 1)));
  CHECK(apart(with(1, 1, 1), with(1, 1, 2)));
  CHECK_FALSE(apart(with(1, 1, 3), with(1, 1, 5)));
}

TEST_CASE("calibration counts what was foreseen and what came true", "[memory]") {
  const std::vector predictions = {foreseen(0.95F, true), foreseen(0.91F, false),
                                   foreseen(1.0F, true), foreseen(0.05F, false)};

  const auto bins = calibration(predictions);

  REQUIRE(bins.size() == 10);
  CHECK(bins[9].count == 3);
  CHECK(bins[9].predicted == Approx((0.95 + 0.91 + 1) / 3));
  CHECK(bins[9].actual == Approx(2.0 / 3));
  CHECK(bins[0].count == 1);
  CHECK(bins[5].count == 0);
}
