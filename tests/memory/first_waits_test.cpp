#include "memory/first_waits.h"

#include <vector>

#include <catch2/catch.hpp>

#include "memory/initial_stability.h"

using namespace pith::memory;

namespace {

/// Cards with a first rating, then one review after so many days.
struct Group {
  Rating first;
  int days;
  int cards;
  int recalled;
};

ReviewLog log_of(const std::vector<Group>& groups) {
  std::vector<LoggedReview> reviews;
  std::int64_t card = 0;
  for (const auto& group : groups) {
    for (int i = 0; i < group.cards; ++i, ++card) {
      const auto rating = i < group.recalled ? Rating::good : Rating::again;
      reviews.push_back({.card = card, .time = card, .day = 0, .rating = group.first});
      reviews.push_back(
          {.card = card, .time = 1000000 + card, .day = group.days, .rating = rating});
    }
  }
  return ReviewLog(std::move(reviews));
}

std::vector<int> kept_days(const std::vector<Group>& groups) {
  const auto log = log_of(groups);
  const FirstWaits waits(log, log.prediction_count());
  std::vector<int> days;
  for (const auto& wait : waits.kept()) {
    days.push_back(wait.days);
  }
  return days;
}

}  // namespace

TEST_CASE("a first rating with few cards tells nothing", "[memory]") {
  CHECK(kept_days({{Rating::good, 1, 19, 10}}).empty());
  CHECK(kept_days({{Rating::good, 1, 20, 10}}) == std::vector{1});
}

TEST_CASE("the rarest waits are dropped, up to a share of the cards", "[memory]") {
  CHECK(kept_days({{Rating::good, 1, 50, 40}, {Rating::good, 2, 19, 10}}) == std::vector{1});
  CHECK(kept_days(
            {{Rating::good, 1, 50, 40}, {Rating::good, 2, 11, 10}, {Rating::good, 3, 12, 10}}) ==
        std::vector{3, 1});
  CHECK(kept_days({{Rating::good, 1, 950, 40}, {Rating::good, 2, 50, 10}}) == std::vector{2, 1});
}

TEST_CASE("waits of few cards or of many days are dropped anyway", "[memory]") {
  CHECK(
      kept_days({{Rating::good, 1, 50, 40}, {Rating::good, 7, 17, 10}, {Rating::good, 8, 5, 4}}) ==
      std::vector{7, 1});
  CHECK(kept_days({{Rating::good, 101, 50, 40}}).empty());
  CHECK(kept_days({{Rating::good, 100, 50, 40}}) == std::vector{100});
  CHECK(kept_days({{Rating::easy, 365, 50, 40}}) == std::vector{365});
  CHECK(kept_days({{Rating::easy, 366, 50, 40}}).empty());
}

TEST_CASE("each first rating is judged by itself, and cards go with their first wait", "[memory]") {
  const auto log = log_of({{Rating::again, 1, 30, 20}, {Rating::good, 1, 10, 9}});
  const FirstWaits waits(log, log.prediction_count());

  REQUIRE(waits.kept().size() == 1);
  CHECK(waits.kept()[0].first == Rating::again);
  CHECK(waits.kept()[0].cards == 30);
  CHECK(waits.kept()[0].recalled == 20);
  CHECK(waits.keeps(log.card(0)));
  CHECK_FALSE(waits.keeps(log.card(30)));
}

TEST_CASE("what comes after the cutoff is not known yet", "[memory]") {
  const auto log = log_of({{Rating::good, 1, 40, 30}});

  CHECK(FirstWaits(log, 19).kept().empty());
  CHECK(FirstWaits(log, 25).kept()[0].cards == 25);
  CHECK_FALSE(FirstWaits(log, 25).keeps(log.card(25)));
}

TEST_CASE("the initial stability is where the waits were recalled as often as seen", "[memory]") {
  const auto log = log_of({{Rating::good, 4, 1000, 900}});
  const FirstWaits waits(log, log.prediction_count());

  const auto stabilities = initial_stabilities(waits.kept(), 0.9);

  CHECK(stabilities[2] == Approx(4).epsilon(0.01));
  CHECK(stabilities[0] == Approx(kDefaultParameters[0] * stabilities[2] / kDefaultParameters[2]));
}

TEST_CASE("stabilities ascend; the rating with fewer cards gives way", "[memory]") {
  CHECK(ordered_and_filled({3, 2, 5, 9}, {10, 20, 30, 40}) == Stabilities{2, 2, 5, 9});
  CHECK(ordered_and_filled({3, 2, 5, 9}, {20, 10, 30, 40}) == Stabilities{3, 3, 5, 9});
  CHECK(ordered_and_filled({1, 2, 300, 900}, {1, 1, 1, 1}) == Stabilities{1, 2, 100, 100});
}

TEST_CASE("ratings without cards are filled in between the others", "[memory]") {
  const Stabilities full = {1, 1.9, 2.967999, 4.339863};  // meets both equations
  const auto counts =
      GENERATE(as<RatingCounts>{}, RatingCounts{0, 9, 9, 9}, RatingCounts{9, 0, 9, 9},
               RatingCounts{9, 9, 0, 9}, RatingCounts{9, 9, 9, 0}, RatingCounts{0, 0, 9, 9},
               RatingCounts{0, 9, 0, 9}, RatingCounts{0, 9, 9, 0}, RatingCounts{9, 0, 0, 9},
               RatingCounts{9, 0, 9, 0}, RatingCounts{9, 9, 0, 0});
  auto known = full;
  for (std::size_t i = 0; i < 4; ++i) {
    known[i] = counts[i] > 0 ? full[i] : 0;
  }
  const auto filled = ordered_and_filled(known, counts);

  for (std::size_t i = 0; i < 4; ++i) {
    CAPTURE(i, counts);
    CHECK(filled[i] == Approx(full[i]).epsilon(1e-5));
  }
}
