#include "memory/fuzz.h"

#include <climits>
#include <limits>
#include <set>
#include <string>

#include <catch2/catch.hpp>

#include "support/arbitrary.h"

using namespace pith::memory;

TEST_CASE("intervals are rounded half up and last a day at least", "[memory]") {
  CHECK(rounded_interval(0.001, 36500) == 1);
  CHECK(rounded_interval(1.49, 36500) == 1);
  CHECK(rounded_interval(1.5, 36500) == 2);
  CHECK(rounded_interval(2.5, 36500) == 3);
  CHECK(rounded_interval(-40, 36500) == 1);
  CHECK(rounded_interval(400, 365) == 365);
  CHECK(rounded_interval(400, 0) == 1);
  CHECK(rounded_interval(1e300, INT_MAX) == INT_MAX);
}

TEST_CASE("the fuzz range widens with the interval", "[memory]") {
  const auto [interval, first, last] = GENERATE(table<double, int, int>({
      {2.4, 2, 2},     // too short to be moved
      {2.5, 2, 4},     // a day to either side
      {7, 5, 9},       // + 15 % of what exceeds 2.5 days
      {20, 17, 23},    // + 10 % of what exceeds 7 days
      {100, 93, 107},  // + 5 % of what exceeds 20 days
  }));
  CAPTURE(interval);

  const auto range = fuzz_range(interval, 36500);

  CHECK(range.first == first);
  CHECK(range.last == last);
}

TEST_CASE("a fuzzed interval stays in its range and below the maximum", "[memory]") {
  CHECK(rc::check([] {
    const auto interval = pith::test::arbitrary_between(0, 500);
    const auto maximum = *rc::gen::inRange(1, 400);

    const auto days = fuzzed_interval(interval, maximum, *rc::gen::arbitrary<std::uint64_t>());

    RC_ASSERT(days >= fuzz_range(interval, maximum).first);
    RC_ASSERT(days <= fuzz_range(interval, maximum).last);
    RC_ASSERT(days >= 1);
    RC_ASSERT(days <= maximum);
  }));
}

TEST_CASE("an interval without an end lasts as long as the maximum", "[memory]") {
  const auto interval = GENERATE(1e6, 1e300, std::numeric_limits<double>::infinity());

  CHECK(fuzz_range(interval, 36500).first == 36500);
  CHECK(fuzz_range(interval, 36500).last == 36500);
  CHECK(fuzzed_interval(interval, 400, 7) == 400);
}

TEST_CASE("for one seed a longer interval is never due sooner", "[memory]") {
  CHECK(rc::check([] {
    const auto seed = *rc::gen::arbitrary<std::uint64_t>();
    const auto interval = pith::test::arbitrary_between(0, 500);
    const auto longer = interval + pith::test::arbitrary_between(0, 10);

    RC_ASSERT(fuzzed_interval(interval, 36500, seed) <= fuzzed_interval(longer, 36500, seed));
  }));
}

TEST_CASE("the seed depends on item, point and review count, and never changes", "[memory]") {
  const auto seed = fuzz_seed("ai-startup/moat", "team", 3);

  CHECK(seed == 0xc91d84d1e91c6ecbU);
  CHECK(seed != fuzz_seed("ai-startup/moat", "team", 4));
  CHECK(seed != fuzz_seed("ai-startup/moat", "data", 3));
  CHECK(seed != fuzz_seed("ai-startup/law", "team", 3));
}

TEST_CASE("cards learned together come back on every day of the range", "[memory]") {
  std::set<int> days;
  for (int card = 0; card < 100; ++card) {
    days.insert(fuzzed_interval(20, 36500, fuzz_seed("deck/" + std::to_string(card), "back", 2)));
  }
  CHECK(days == std::set<int>{17, 18, 19, 20, 21, 22, 23});
}
