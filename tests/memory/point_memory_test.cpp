#include "memory/point_memory.h"

#include <stdexcept>
#include <vector>

#include <catch2/catch.hpp>

#include "memory/rating.h"
#include "support/arbitrary.h"

using namespace pith::memory;

namespace {

PointEvent answer(int day, Rating rating) {
  return {.day = day_numbered(day), .rating = rating};
}

PointEvent relearned(int day, Rating rating) {
  return {.day = day_numbered(day), .rating = rating, .relearning = true};
}

PointMemory replay(const std::vector<PointEvent>& events, const Parameters& parameters) {
  PointMemory memory;
  const ForgettingCurve curve(parameters);
  for (const auto& event : events) {
    memory = apply(memory, event, parameters, curve);
  }
  return memory;
}

PointMemory remembered(const std::vector<PointEvent>& events) {
  return replay(events, kDefaultParameters);
}

MemoryState reviewed(const MemoryState& before, double days, Rating rating) {
  return later_review(kDefaultParameters, before, days, rating);
}

}  // namespace

TEST_CASE("a point never answered is unseen", "[memory]") {
  const auto memory = remembered({});

  CHECK(memory == PointMemory{});
  CHECK_FALSE(memory.state);
  CHECK(retrievability(memory, ForgettingCurve(kDefaultParameters), day_numbered(3)) == 0.0);
}

TEST_CASE("the first unaided answer of a study day is a review", "[memory]") {
  const auto memory = remembered({answer(10, Rating::good), answer(13, Rating::hard)});

  const auto first = first_review(kDefaultParameters, Rating::good);
  CHECK(memory.state == reviewed(first, 3, Rating::hard));
  CHECK(memory.last_review == day_numbered(13));
  CHECK(memory.reviews == 2);
  CHECK(memory.lapses == 0);
}

TEST_CASE("a repeat on the same day counts only when relearning", "[memory]") {
  const auto missed = remembered({answer(10, Rating::again)});

  const auto practised = apply(missed, answer(10, Rating::good), kDefaultParameters);
  const auto again = apply(missed, relearned(10, Rating::good), kDefaultParameters);

  CHECK(practised == missed);
  CHECK(again.state == reviewed(*missed.state, 0, Rating::good));
  CHECK(again.reviews == 2);
}

TEST_CASE("answers that must not schedule are logged only", "[memory]") {
  auto unscheduled = answer(12, Rating::again);
  unscheduled.scheduled = false;
  auto aided = answer(12, Rating::good);
  aided.aided = true;
  const auto memory = remembered({answer(10, Rating::good)});

  CHECK(what_counts(memory, unscheduled) == Counts::logged_only);
  CHECK(what_counts(memory, aided) == Counts::logged_only);
  CHECK(apply(memory, unscheduled, kDefaultParameters) == memory);
  CHECK(what_counts(apply(memory, aided, kDefaultParameters), answer(12, Rating::again)) ==
        Counts::review);
}

TEST_CASE("relearning on a later day is a review like any other", "[memory]") {
  const auto memory = remembered({answer(10, Rating::again)});

  CHECK(what_counts(memory, relearned(11, Rating::good)) == Counts::review);
}

TEST_CASE("a drill on the day before the due day moves the memory as a review would", "[memory]") {
  const std::vector history = {answer(0, Rating::good), answer(2, Rating::good)};
  const auto before = remembered(history);
  const int due = 2 + 11;

  SECTION("passed: it strengthens less than on the due day, and the due day adds nothing twice") {
    const auto drilled = apply(before, answer(due - 1, Rating::good), kDefaultParameters);
    const auto waited = apply(before, answer(due, Rating::good), kDefaultParameters);

    CHECK(drilled.state == reviewed(*before.state, due - 3, Rating::good));
    CHECK(drilled.state->stability > before.state->stability);
    CHECK(drilled.state->stability < waited.state->stability);
    CHECK(apply(drilled, answer(due - 1, Rating::good), kDefaultParameters) == drilled);
  }
  SECTION("failed: it is a lapse, as in a review, and repeats of the drill do not soften it") {
    const auto drilled = apply(before, answer(due - 1, Rating::again), kDefaultParameters);

    CHECK(drilled.state == reviewed(*before.state, due - 3, Rating::again));
    CHECK(drilled.lapses == 1);
    CHECK(apply(drilled, answer(due - 1, Rating::good), kDefaultParameters) == drilled);
  }
}

TEST_CASE("a point always half stated is held back but never lapses", "[memory]") {
  std::vector<PointEvent> half;
  std::vector<PointEvent> full;
  for (const int day : {0, 1, 4, 9, 20, 45}) {
    half.push_back(answer(day, rating_for(0.6)));
    full.push_back(answer(day, rating_for(1.0)));
  }
  const auto halting = remembered(half);

  CHECK(halting.lapses == 0);
  CHECK(halting.state->stability < remembered(full).state->stability / 4);
  CHECK(halting.state->difficulty > remembered(full).state->difficulty + 3);
}

TEST_CASE("a hit after a hint strengthens as Hard does", "[memory]") {
  const auto hinted = rating_for(1.0, {.hinted = true});

  CHECK(remembered({answer(0, Rating::good), answer(3, hinted)}) ==
        remembered({answer(0, Rating::good), answer(3, Rating::hard)}));
}

TEST_CASE("a lapse is an Again after a recall on an earlier day", "[memory]") {
  CHECK(remembered({answer(0, Rating::again), answer(1, Rating::again)}).lapses == 0);
  CHECK(remembered({answer(0, Rating::good), answer(3, Rating::again)}).lapses == 1);
  CHECK(remembered({answer(0, Rating::hard), answer(3, Rating::again)}).lapses == 1);
  CHECK(remembered({answer(0, Rating::again), relearned(0, Rating::good)}).lapses == 0);
  CHECK(remembered({answer(0, Rating::good), relearned(0, Rating::again)}).lapses == 0);
  CHECK(remembered({answer(0, Rating::again), relearned(0, Rating::good), answer(1, Rating::again),
                    relearned(1, Rating::again)})
            .lapses == 1);
}

TEST_CASE("what failed does not count as known on its day, before it is recalled", "[memory]") {
  const ForgettingCurve curve(kDefaultParameters);
  const auto failed = remembered({answer(10, Rating::good), answer(12, Rating::again)});
  CHECK(retrievability(failed, curve, day_numbered(12)) ==
        retrievability(failed, curve, day_numbered(13)));
  CHECK(retrievability(failed, curve, day_numbered(13)) < 0.95);
  CHECK(retrievability(failed, curve, day_numbered(14)) <
        retrievability(failed, curve, day_numbered(13)));

  const auto again = remembered({answer(12, Rating::again), relearned(12, Rating::good)});
  CHECK(retrievability(again, curve, day_numbered(12)) == 1.0);
  const auto half = remembered({answer(12, Rating::hard)});
  CHECK(retrievability(half, curve, day_numbered(12)) == 1.0);
}

TEST_CASE("the eighth lapse makes a leech", "[memory]") {
  auto memory = remembered({answer(0, Rating::good)});
  for (int day = 1; day <= 7; ++day) {
    memory = apply(memory, answer(day, Rating::again), kDefaultParameters);
  }
  CHECK_FALSE(is_leech(memory));

  memory = apply(memory, answer(8, Rating::again), kDefaultParameters);
  CHECK(is_leech(memory));
}

TEST_CASE("applying events one by one equals replaying them", "[memory]") {
  CHECK(rc::check([] {
    const auto parameters = pith::test::arbitrary_parameters();
    std::vector<PointEvent> events;
    PointMemory step_by_step;
    int day = 0;
    const int count = *rc::gen::inRange(0, 30);
    for (int i = 0; i < count; ++i) {
      day += *rc::gen::inRange(0, 20);
      events.push_back({.day = day_numbered(day),
                        .rating = pith::test::arbitrary_rating(),
                        .scheduled = *rc::gen::arbitrary<bool>(),
                        .relearning = *rc::gen::arbitrary<bool>(),
                        .aided = *rc::gen::arbitrary<bool>()});
      step_by_step = apply(step_by_step, events.back(), parameters);
    }
    RC_ASSERT(replay(events, parameters) == step_by_step);
  }));
}

TEST_CASE("a review before the last one asks for a replay", "[memory]") {
  const auto memory = remembered({answer(10, Rating::good)});

  CHECK_THROWS_AS(apply(memory, answer(9, Rating::good), kDefaultParameters), std::logic_error);
  CHECK_THROWS_WITH(apply(memory, answer(9, Rating::good), kDefaultParameters),
                    "review of 1970-01-10 after one of 1970-01-11: replay the log in order");
}
