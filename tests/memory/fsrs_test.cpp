#include "memory/fsrs.h"

#include <sstream>
#include <string>

#include <catch2/catch.hpp>

#include "memory/replays.h"
#include "support/arbitrary.h"

using namespace pith::memory;
using pith::test::arbitrary_between;
using pith::test::arbitrary_parameters;
using pith::test::arbitrary_rating;

namespace {

MemoryState replayed(const Parameters& parameters, const std::string& reviews) {
  std::istringstream in(reviews);
  int number = 0;
  int day = 0;
  char at = '@';
  in >> number >> at >> day;
  auto state = first_review(parameters, rating_numbered(number).value());
  for (int previous = day; in >> number >> at >> day; previous = day) {
    state = later_review(parameters, state, day - previous, rating_numbered(number).value());
  }
  return state;
}

MemoryState arbitrary_state() {
  return {arbitrary_between(kMinStability, 1000),
          arbitrary_between(kMinDifficulty, kMaxDifficulty)};
}

}  // namespace

TEST_CASE("replays agree with an independent implementation", "[memory]") {
  for (const auto& expected : pith::test::kReplays) {
    CAPTURE(expected.parameters, expected.reviews);

    const auto state = replayed(*expected.parameters, expected.reviews);

    CHECK(state.stability == Approx(expected.stability).epsilon(1e-9));
    CHECK(state.difficulty == Approx(expected.difficulty).epsilon(1e-9));
    CHECK(ForgettingCurve(*expected.parameters).interval(state.stability, 0.85) ==
          Approx(expected.interval).epsilon(1e-9));
  }
}

TEST_CASE("recall is certain at once and 0.9 after as many days as the stability", "[memory]") {
  const ForgettingCurve curve(kDefaultParameters);
  const auto stability = GENERATE(0.001, 0.5, 2.3065, 100.0, 36500.0);

  CHECK(curve.retrievability(0, stability) == 1.0);
  CHECK(curve.retrievability(stability, stability) == Approx(0.9).epsilon(1e-12));
  CHECK(curve.interval(stability, 0.9) == Approx(stability).epsilon(1e-12));
}

TEST_CASE("after its interval a memory is recalled with the desired retention", "[memory]") {
  CHECK(rc::check([] {
    const ForgettingCurve curve(arbitrary_parameters());
    const auto stability = arbitrary_between(kMinStability, kMaxStability);
    const auto retention = arbitrary_between(0.5, 0.99);

    const auto days = curve.interval(stability, retention);

    RC_ASSERT(days > 0);
    RC_ASSERT(std::abs(curve.retrievability(days, stability) - retention) < 1e-9);
  }));
}

TEST_CASE("recall never rises as days pass", "[memory]") {
  CHECK(rc::check([] {
    const ForgettingCurve curve(arbitrary_parameters());
    const auto stability = arbitrary_between(kMinStability, kMaxStability);
    const auto days = arbitrary_between(0, 5000);

    RC_ASSERT(curve.retrievability(days, stability) >= curve.retrievability(days + 1, stability));
    RC_ASSERT(curve.retrievability(days, stability) > 0);
  }));
}

TEST_CASE("every review leaves a state inside its limits", "[memory]") {
  CHECK(rc::check([] {
    const auto parameters = arbitrary_parameters();
    const auto days = *rc::gen::inRange(0, 40000);

    const auto after = later_review(parameters, arbitrary_state(), days, arbitrary_rating());

    RC_ASSERT(after.stability >= kMinStability);
    RC_ASSERT(after.stability <= kMaxStability);
    RC_ASSERT(after.difficulty >= kMinDifficulty);
    RC_ASSERT(after.difficulty <= kMaxDifficulty);
  }));
}

TEST_CASE("a recall never weakens a memory and a lapse never strengthens it", "[memory]") {
  CHECK(rc::check([] {
    const auto parameters = arbitrary_parameters();
    const auto before = arbitrary_state();
    const auto days = *rc::gen::inRange(1, 1000);
    const auto after = [&](Rating rating) {
      return later_review(parameters, before, days, rating).stability;
    };

    RC_ASSERT(after(Rating::again) <= before.stability);
    RC_ASSERT(after(Rating::hard) >= before.stability);
    RC_ASSERT(after(Rating::good) >= after(Rating::hard));
    RC_ASSERT(after(Rating::easy) >= after(Rating::good));
  }));
}

TEST_CASE("the longer a memory waited, the more a recall strengthens it", "[memory]") {
  CHECK(rc::check([] {
    const auto parameters = arbitrary_parameters();
    const auto before = arbitrary_state();
    const auto days = *rc::gen::inRange(1, 1000);

    const auto sooner = later_review(parameters, before, days, Rating::good);
    const auto later = later_review(parameters, before, days + 1, Rating::good);

    RC_ASSERT(later.stability >= sooner.stability);
  }));
}

TEST_CASE("an outlook foresees what the review then makes of a stability", "[memory]") {
  CHECK(rc::check([] {
    const auto parameters = arbitrary_parameters();
    const auto before = arbitrary_state();
    const auto days = *rc::gen::inRange(1, 1000);
    const auto recall = ForgettingCurve(parameters).retrievability(days, before.stability);
    const auto outlook = outlook_of(parameters, before);
    const auto after = [&](Rating rating, int later) {
      return later_review(parameters, before, later, rating).stability;
    };

    RC_ASSERT(stability_if_good(parameters, outlook, recall) == after(Rating::good, days));
    RC_ASSERT(stability_if_again(parameters, outlook, recall) == after(Rating::again, days));
    RC_ASSERT(stability_if_repeated(parameters, before.stability) == after(Rating::good, 0));
  }));
}

TEST_CASE("a worse rating never makes a point easier", "[memory]") {
  CHECK(rc::check([] {
    const auto parameters = arbitrary_parameters();
    const auto before = arbitrary_state();
    const auto days = *rc::gen::inRange(0, 100);
    const auto after = [&](Rating rating) {
      return later_review(parameters, before, days, rating).difficulty;
    };

    RC_ASSERT(after(Rating::again) >= after(Rating::hard));
    RC_ASSERT(after(Rating::hard) >= after(Rating::good));
    RC_ASSERT(after(Rating::good) >= after(Rating::easy));
  }));
}

TEST_CASE("only 1 to 4 are ratings", "[memory]") {
  CHECK(rating_numbered(1) == Rating::again);
  CHECK(rating_numbered(4) == Rating::easy);
  CHECK_FALSE(rating_numbered(0));
  CHECK_FALSE(rating_numbered(5));
  CHECK_FALSE(rating_numbered(-1));
  CHECK(name_of(Rating::hard) == "hard");
}
