#include "memory/fsrs.h"

#include <catch2/catch.hpp>

using namespace pith::memory;

TEST_CASE("recall is certain at once and 0.9 after as many days as the stability", "[memory]") {
  const ForgettingCurve curve(kDefaultParameters);
  const auto stability = GENERATE(0.001, 0.5, 2.3065, 100.0, 36500.0);

  CHECK(curve.retrievability(0, stability) == 1.0);
  CHECK(curve.retrievability(stability, stability) == Approx(0.9).epsilon(1e-12));
  CHECK(curve.interval(stability, 0.9) == Approx(stability).epsilon(1e-12));
}
