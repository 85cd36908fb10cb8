#include "memory/rating.h"

#include <catch2/catch.hpp>

using namespace pith::memory;

TEST_CASE("credit becomes a rating", "[memory]") {
  CHECK(rating_for(1.0) == Rating::good);
  CHECK(rating_for(0.99) == Rating::hard);
  CHECK(rating_for(0.5) == Rating::hard);
  CHECK(rating_for(0.49) == Rating::again);
  CHECK(rating_for(0.0) == Rating::again);
}

TEST_CASE("a hit after a hint is Hard at most", "[memory]") {
  CHECK(rating_for(1.0, {.hinted = true}) == Rating::hard);
  CHECK(rating_for(1.0, {.hinted = true, .easy = true}) == Rating::hard);
  CHECK(rating_for(0.3, {.hinted = true}) == Rating::again);
}

TEST_CASE("Easy applies to points that were hit, to no others", "[memory]") {
  CHECK(rating_for(1.0, {.easy = true}) == Rating::easy);
  CHECK(rating_for(0.7, {.easy = true}) == Rating::hard);
  CHECK(rating_for(0.2, {.easy = true}) == Rating::again);
}
