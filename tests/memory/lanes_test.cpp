#include "memory/lanes.h"

#include <cmath>

#include <catch2/catch.hpp>

#include "support/arbitrary.h"

using namespace pith::memory;
using pith::test::arbitrary_between;

namespace {

/// Different numbers in all lanes, so that a mix-up of lanes shows.
Lanes arbitrary_lanes(double low, double high) {
  Lanes lanes{};
  for (std::size_t i = 0; i < kLanes; ++i) {
    lanes[i] = static_cast<float>(arbitrary_between(low, high));
  }
  return lanes;
}

}  // namespace

TEST_CASE("the exponential of lanes is that of each number", "[memory]") {
  CHECK(rc::check([] {
    const auto x = arbitrary_lanes(-87, 88);
    const auto y = exp_of(x);
    for (std::size_t i = 0; i < kLanes; ++i) {
      const double exact = std::exp(static_cast<double>(x[i]));
      RC_ASSERT(std::abs(static_cast<double>(y[i]) - exact) <= 3e-7 * exact);
    }
  }));
  CHECK(exp_of(all(0))[kLanes - 1] == 1.0F);
  CHECK(std::isfinite(exp_of(all(1e9F))[0]));
  CHECK(exp_of(all(-1e9F))[0] > 0.0F);
}

TEST_CASE("the logarithm of lanes is that of each number", "[memory]") {
  CHECK(rc::check([] {
    const auto x = exp_of(arbitrary_lanes(-80, 80));
    const auto y = log_of(x);
    for (std::size_t i = 0; i < kLanes; ++i) {
      const double exact = std::log(static_cast<double>(x[i]));
      RC_ASSERT(std::abs(static_cast<double>(y[i]) - exact) <=
                3e-7 * std::max(std::abs(exact), 1e-2));
    }
  }));
  CHECK(log_of(all(1))[kLanes - 1] == 0.0F);
}
