#include "base/parallel.h"

#include <vector>

#include <catch2/catch.hpp>

TEST_CASE("every job is done once, and told of in order", "[text]") {
  std::vector<int> done(1000, 0);
  std::vector<std::size_t> told;

  pith::base::in_parallel(
      done.size(), [&](std::size_t i) { ++done[i]; },
      [&](std::size_t finished, std::size_t all) {
        CHECK(all == 1000);
        told.push_back(finished);
      });

  CHECK(done == std::vector<int>(1000, 1));
  REQUIRE(told.size() == 1000);
  CHECK(told.front() == 1);
  CHECK(told.back() == 1000);
  pith::base::in_parallel(0, [](std::size_t) { FAIL("there is nothing to do"); });
}
