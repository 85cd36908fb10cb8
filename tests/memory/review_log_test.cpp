#include "memory/review_log.h"

#include <catch2/catch.hpp>

using namespace pith::memory;

TEST_CASE("a log knows the waits of each card and what can be predicted", "[memory]") {
  const ReviewLog log({{.card = 70, .time = 1, .day = 10},
                       {.card = -5, .time = 2, .day = 10, .rating = Rating::again},
                       {.card = -5, .time = 3, .day = 10, .rating = Rating::hard},
                       {.card = 70, .time = 4, .day = 13},
                       {.card = -5, .time = 5, .day = 14}});

  REQUIRE(log.card_count() == 2);
  CHECK(log.review_count() == 5);
  CHECK(log.prediction_count() == 2);
  const auto first = log.card(0);
  REQUIRE(first.size() == 2);
  CHECK(first[0].order == kNoPrediction);
  CHECK(first[1].delta_days == 3);
  CHECK(first[1].order == 0);
  const auto second = log.card(1);
  REQUIRE(second.size() == 3);
  CHECK(second[1].delta_days == 0);
  CHECK(second[1].order == kNoPrediction);
  CHECK(second[1].rating == Rating::hard);
  CHECK(second[2].delta_days == 4);
  CHECK(second[2].order == 1);
}

TEST_CASE("reviews may come in any order", "[memory]") {
  const ReviewLog log({{.card = 1, .time = 9, .day = 9}, {.card = 1, .time = 2, .day = 2}});

  CHECK(log.card(0)[1].delta_days == 7);
}

TEST_CASE("a day that goes backwards counts as the same day", "[memory]") {
  const ReviewLog log({{.card = 1, .time = 1, .day = 9}, {.card = 1, .time = 2, .day = 8}});

  CHECK(log.card(0)[1].delta_days == 0);
  CHECK(log.prediction_count() == 0);
}

TEST_CASE("a log may be empty", "[memory]") {
  const ReviewLog log({});

  CHECK(log.card_count() == 0);
  CHECK(log.prediction_count() == 0);
}
