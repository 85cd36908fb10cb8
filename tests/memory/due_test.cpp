#include "memory/due.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "memory/floor.h"
#include "memory/fuzz.h"
#include "support/arbitrary.h"

using namespace pith::memory;
using pith::test::arbitrary_between;
using Indices = std::vector<std::size_t>;

namespace {

const ForgettingCurve kCurve(kDefaultParameters);
const SchedulingOptions kExact{.fuzz = false};

PointMemory known(double stability, int last_review = 0) {
  return {.state = MemoryState{stability, 5.0},
          .last_review = day_numbered(last_review),
          .reviews = 3,
          .first_recall = day_numbered(-30)};
}

ScheduledItem item(const std::vector<PointMemory>& memories) {
  ScheduledItem made{.id = "deck/item"};
  for (const auto& memory : memories) {
    made.points.push_back({.id = "p" + std::to_string(made.points.size()), .memory = memory});
  }
  return made;
}

Due due(const ScheduledItem& scheduled, const SchedulingOptions& options = kExact) {
  return next_due(scheduled, kDefaultParameters, options).value();
}

Indices asked(const ScheduledItem& scheduled, int day, const SchedulingOptions& options = kExact) {
  return points_due(scheduled, kDefaultParameters, options, day_numbered(day));
}

double score(const ScheduledItem& scheduled, int day) {
  return expected_score(scheduled, kCurve, day_numbered(day)).value();
}

/// Answers the points that are due on `day`: `rating(index)` says how.
template <typename Rate>
Indices answer_due(ScheduledItem& scheduled, int day, Rate rating) {
  const auto points =
      scheduled.points.front().memory.state ? asked(scheduled, day) : Indices{0, 1, 2, 3};
  for (const auto index : points) {
    auto& memory = scheduled.points[index].memory;
    const PointEvent event{.day = day_numbered(day), .rating = rating(index)};
    memory = apply(memory, event, kDefaultParameters);
  }
  return points;
}

}  // namespace

TEST_CASE("with a single point the due day is that of FSRS", "[memory]") {
  CHECK(rc::check([] {
    const auto stability = arbitrary_between(0.001, 2000);
    const auto last = *rc::gen::inRange(-1000, 30000);
    SchedulingOptions options{.desired_retention = arbitrary_between(0.7, 0.98), .fuzz = false};
    const auto single = item({known(stability, last)});

    const auto next = due(single, options);

    const auto interval = kCurve.interval(stability, options.desired_retention);
    RC_ASSERT(next.interval == interval);
    RC_ASSERT(day_number(next.day) == last + rounded_interval(interval, 36500));
    RC_ASSERT(next.reason == DueReason::expected_score);
    RC_ASSERT(asked(single, day_number(next.day) - 1, options).empty());
    RC_ASSERT(asked(single, day_number(next.day), options) == Indices{0});
  }));
}

TEST_CASE("an item is due when its expected score has fallen to the desired retention",
          "[memory]") {
  CHECK(rc::check([] {
    ScheduledItem several{.id = "deck/item"};
    for (int i = *rc::gen::inRange(1, 8); i > 0; --i) {
      several.points.push_back(
          {.id = std::to_string(i),
           .weight = arbitrary_between(0.1, 5),
           .memory = known(arbitrary_between(2, 300), *rc::gen::inRange(0, 3))});
    }
    const auto next = due(several, {.floor = 0.01, .fuzz = false});

    RC_ASSERT(next.reason == DueReason::expected_score);
    const auto day = day_number(next.day);
    RC_ASSERT(score(several, day + 1) < 0.9);
    RC_ASSERT(score(several, day - 1) > 0.9);
  }));
}

TEST_CASE("points of equal memory are due like one of them", "[memory]") {
  const auto next = due(item({known(20), known(20), known(20)}));

  CHECK(next.day == day_numbered(20));
  CHECK(next.interval == Approx(20));
  CHECK(next.reason == DueReason::expected_score);
}

TEST_CASE("one lapsed point among five well known ones is not left for a month", "[memory]") {
  const auto lapsed =
      item({known(100), known(100), known(1.5), known(100), known(100), known(100)});

  const auto next = due(lapsed);

  CHECK(next.reason == DueReason::floor);
  CHECK(next.interval == Approx(kCurve.interval(1.5, 0.7)));
  CHECK(next.day == day_numbered(14));
  CHECK(asked(lapsed, 13).empty());
  CHECK(asked(lapsed, 14) == Indices{2});
  CHECK(score(lapsed, 14) > 0.9);
  CHECK(due(lapsed, {.floor = 0.01, .fuzz = false}).day == day_numbered(34));
}

TEST_CASE("a point that is always missed comes back alone, the item when its score falls",
          "[memory]") {
  constexpr std::size_t kWeak = 3;
  auto four = item({{}, {}, {}, {}});
  for (auto& point : four.points) {
    point.weight = point.id == "p3" ? 0.2 : 1.0;
  }
  int alone = 0;
  int whole = 0;
  for (int day = 0; day < 120; ++day) {
    const auto before = four;
    const auto points = answer_due(
        four, day, [](std::size_t i) { return i == kWeak ? Rating::again : Rating::good; });
    CAPTURE(day, points);
    if (day == 0 || points.empty()) {
      continue;
    }
    if (points.size() == 1) {
      ++alone;
      CHECK(points == Indices{kWeak});
      CHECK(score(before, day) > 0.895);
    } else {
      ++whole;
      CHECK(points.size() == 4);
      CHECK(score(before, day) < 0.92);
    }
  }
  CHECK(alone >= 3);
  CHECK(whole >= 3);
  CHECK(four.points[kWeak].memory.state->stability < 1);
  CHECK(four.points[0].memory.state->stability > 30);
}

TEST_CASE("a weak point that weighs more brings the item back sooner", "[memory]") {
  auto light = item({known(60), known(8)});
  auto heavy = light;
  heavy.points[1].weight = 4;
  auto scaled = heavy;
  for (auto& point : scaled.points) {
    point.weight *= 10;
  }

  CHECK(due(heavy).day < due(light).day);
  CHECK(due(heavy).day == due(scaled).day);
  CHECK(score(heavy, 8) == Approx((kCurve.retrievability(8, 60) + 4 * 0.9) / 5));
}

TEST_CASE("a new item has neither expected score nor due day", "[memory]") {
  const auto fresh = item({{}, {}});

  CHECK_FALSE(expected_score(fresh, kCurve, day_numbered(5)));
  CHECK_FALSE(next_due(fresh, kDefaultParameters, kExact));
  CHECK(asked(fresh, 1000).empty());
  CHECK_FALSE(next_due({.id = "deck/empty"}, kDefaultParameters, kExact));
}

TEST_CASE("a point added to a known item is asked the next day", "[memory]") {
  SECTION("alone, if the item keeps its score without it") {
    auto grown = item({known(200), known(200), {}});
    grown.points[2].weight = 0.1;

    CHECK(due(grown).day == day_numbered(1));
    CHECK(due(grown).reason == DueReason::floor);
    CHECK(asked(grown, 5) == Indices{2});
  }
  SECTION("with all the others, if not") {
    const auto grown = item({known(200), known(200), {}});

    CHECK(due(grown).day == day_numbered(1));
    CHECK(due(grown).reason == DueReason::expected_score);
    CHECK(asked(grown, 1) == Indices{0, 1, 2});
    CHECK(score(grown, 0) == Approx(2.0 / 3));
  }
}

TEST_CASE("suspended points are neither asked nor counted", "[memory]") {
  auto half = item({known(50), known(0.5)});
  half.points[1].suspended = true;

  CHECK(due(half).day == day_numbered(50));
  CHECK(asked(half, 400) == Indices{0});
  CHECK(score(half, 50) == Approx(0.9));

  half.points[0].suspended = true;
  CHECK_FALSE(next_due(half, kDefaultParameters, kExact));
  CHECK_FALSE(expected_score(half, kCurve, day_numbered(50)));
  CHECK(asked(half, 400).empty());
}

TEST_CASE("days count from the point reviewed last", "[memory]") {
  const auto staggered = item({known(30, 0), known(30, 20)});

  const auto next = due(staggered);

  CHECK(next.interval > 10);
  CHECK(next.interval < 30);
  CHECK(score(staggered, day_number(next.day)) == Approx(0.9).margin(0.003));
}

TEST_CASE("an item is never due on the day it was answered", "[memory]") {
  const auto stale = item({known(0.01, -400), known(0.01, 0)});

  CHECK(due(stale).day == day_numbered(1));
  CHECK(asked(stale, 0).empty());
  CHECK(asked(stale, 1) == Indices{0, 1});
}

TEST_CASE("the maximum interval holds", "[memory]") {
  const auto next = due(item({known(4000), known(4000)}), {.maximum_interval = 180, .fuzz = true});

  CHECK(next.day <= day_numbered(180));
  CHECK(next.day >= day_numbered(160));
}

TEST_CASE("the floor may be set, but never above the desired retention", "[memory]") {
  const auto lapsed = item({known(100), known(100), known(100), known(1.5)});

  CHECK(due(lapsed, {.floor = 0.8, .fuzz = false}).day == day_numbered(5));
  CHECK(due(lapsed, {.floor = 0.99, .fuzz = false}).day == day_numbered(2));
  CHECK(due(item({known(10)}), {.floor = 0.99, .fuzz = false}).day == day_numbered(10));
}

TEST_CASE("fuzz moves a due day a little, and always the same way", "[memory]") {
  const auto calm = item({known(60), known(60)});
  auto twin = calm;
  twin.id = "deck/another";
  const SchedulingOptions fuzzed;

  CHECK(due(calm, fuzzed).day == due(calm, fuzzed).day);
  CHECK(due(calm, fuzzed).interval == Approx(60));
  CHECK(due(calm, fuzzed).day >= day_numbered(55));
  CHECK(due(calm, fuzzed).day <= day_numbered(65));
  CHECK(due(twin, fuzzed).day != due(calm, fuzzed).day);
}

TEST_CASE("an item may wait to the end of the range that its due day was drawn from", "[memory]") {
  const auto own = kCurve.interval(50, 0.7);
  const auto range = fuzz_range(own, 36500);
  const auto gone = static_cast<int>(own / 2);
  std::set<StudyDay> days;
  for (int i = 0; i < 200; ++i) {
    auto weak = item({known(50, -gone), known(5000), known(5000), known(5000)});
    weak.id = "deck/" + std::to_string(i);
    const auto next = due(weak, {});
    REQUIRE(next.reason == DueReason::floor);
    CHECK(next.latest == day_numbered(range.last - gone));
    days.insert(next.day);
  }
  CHECK(*days.rbegin() == day_numbered(range.last - gone));

  CHECK(due(item({known(20)}), {}).latest == day_numbered(fuzz_range(20, 36500).last));
  const auto overdue = due(item({known(1, -400), known(5000), known(5000), known(5000)}), {});
  CHECK(overdue.latest == overdue.day);
}

TEST_CASE("from its due day on, something of an item is asked, and before it nothing", "[memory]") {
  CHECK(rc::check([] {
    ScheduledItem any{.id = "deck/" + std::to_string(*rc::gen::inRange(0, 1000))};
    for (int i = *rc::gen::inRange(1, 6); i > 0; --i) {
      const auto seen = *rc::gen::inRange(0, 5) > 0;
      any.points.push_back(
          {.id = std::to_string(i),
           .weight = arbitrary_between(0.1, 5),
           .memory = seen ? known(arbitrary_between(0.01, 300), *rc::gen::inRange(-50, 1))
                          : PointMemory{},
           .suspended = *rc::gen::inRange(0, 8) == 0});
    }
    const SchedulingOptions options{.desired_retention = arbitrary_between(0.75, 0.97),
                                    .fuzz = *rc::gen::arbitrary<bool>()};
    const auto next = next_due(any, kDefaultParameters, options);
    if (!next) {
      RC_ASSERT(asked(any, 40000, options).empty());
      return;
    }
    RC_ASSERT(asked(any, day_number(next->day) - 1, options).empty());
    RC_ASSERT(!asked(any, day_number(next->day), options).empty());
  }));
}

TEST_CASE("the queue starts with what has lost most of its expected score", "[memory]") {
  const auto weak = item({known(5), known(5)});
  const auto strong = item({known(50), known(50)});
  const auto today = day_numbered(30);
  const auto loss = [&](const ScheduledItem& scheduled, const Indices& points) {
    return expected_loss(scheduled, kCurve, points, today);
  };

  CHECK(loss(weak, {0, 1}) > loss(strong, {0, 1}));
  CHECK(loss(weak, {0}) == Approx(loss(weak, {0, 1}) / 2));
  CHECK(loss(weak, {0, 1}) == Approx(1 - score(weak, 30)));
  CHECK(loss(weak, {}) == 0.0);
}

TEST_CASE("any retention between 0 and 1 may be desired", "[memory]") {
  auto options = kExact;
  options.fuzz = GENERATE(true, false);
  options.desired_retention = GENERATE(1e-300, 1e-60, 0.005, 0.999999);
  options.floor = GENERATE(std::optional<double>(), std::optional(0.3), std::optional(1.0));
  CAPTURE(options.desired_retention, options.floor, options.fuzz);
  const auto scheduled = item({known(20), known(2)});

  const auto floor = floor_of(options);
  CHECK(floor > 0);
  CHECK(floor <= options.desired_retention);
  const auto reckoning = reckon(scheduled, kDefaultParameters, options).value();
  CHECK(std::isfinite(reckoning.score_interval));
  const auto days = options.desired_retention < 0.5 ? options.maximum_interval : 1;
  CHECK(reckoning.score_day == day_numbered(days));
  CHECK(due(scheduled, options).day == day_numbered(days));
  CHECK(std::isfinite(due(scheduled, options).interval));
}
