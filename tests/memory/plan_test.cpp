#include "memory/plan.h"

#include <atomic>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include <catch2/catch.hpp>

#include "support/arbitrary.h"

using namespace pith::memory;
using pith::test::arbitrary_between;

namespace {

PlannedItem planned(const std::string& id, const std::vector<double>& stabilities, int age) {
  PlannedItem made;
  made.item.id = id;
  made.options.fuzz = false;
  for (std::size_t i = 0; i < stabilities.size(); ++i) {
    ScheduledPoint point{.id = "p" + std::to_string(i)};
    if (stabilities[i] > 0) {
      point.memory = {.state = MemoryState{stabilities[i], 5.0},
                      .last_review = day_numbered(-age),
                      .reviews = 2};
    }
    made.item.points.push_back(point);
  }
  if (const auto due = next_due(made.item, kDefaultParameters, made.options)) {
    made.due = due->day;
  }
  return made;
}

Journey journey(int days) {
  return {day_numbered(0), day_numbered(days), kDefaultParameters, {}, {5}, 0};
}

std::vector<PlannedItem> some_items() {
  std::vector<PlannedItem> items;
  for (int i = 0; i < 12; ++i) {
    const auto id = "d/" + std::to_string(i);
    items.push_back(i < 4 ? planned(id, {0, 0, 0}, 0)
                          : planned(id, {2.0 * i, 1.0 * i, 5.0}, i % 4));
  }
  return items;
}

constexpr PlanOptions kQuick{.seed = 7, .runs = 40};

}  // namespace

TEST_CASE("without another answer the forecast is the expected score of that day", "[memory]") {
  const auto items = some_items();
  const auto result = forecast(items, journey(20), Policy::nothing, 0, kQuick);
  const ForgettingCurve curve(kDefaultParameters);
  for (std::size_t i = 0; i < items.size(); ++i) {
    const auto score = expected_score(items[i].item, curve, day_numbered(20)).value_or(0);
    CHECK(result.items[i].mean == Approx(score));
    CHECK(result.items[i].low == Approx(score));
  }
  CHECK(result.seconds_a_day == 0);
}

TEST_CASE("the same seed gives the same forecast, another one a similar one", "[memory]") {
  const auto items = some_items();
  const auto one = forecast(items, journey(20), Policy::schedule, 3600, kQuick);
  const auto same = forecast(items, journey(20), Policy::schedule, 3600, kQuick);
  const auto other = forecast(items, journey(20), Policy::schedule, 3600, {.seed = 8, .runs = 40});
  CHECK(one.score.mean == same.score.mean);
  CHECK(one.items[3].low == same.items[3].low);
  CHECK(one.score.mean != other.score.mean);
  CHECK(one.score.mean == Approx(other.score.mean).margin(0.03));
  CHECK(one.score.low <= one.score.mean);
  CHECK(one.score.high >= one.score.mean);
}

TEST_CASE("each simulated learner is told", "[memory]") {
  const auto items = some_items();
  std::atomic<int> told = 0;
  const auto tell = [&] { ++told; };
  static_cast<void>(forecast(items, journey(20), Policy::goal, 600, kQuick, tell));
  CHECK(told == 40);
  static_cast<void>(seconds_needed(items, journey(20), 0.8, kQuick, tell));
  CHECK(told > 40);
}

TEST_CASE("more time never hurts, and the plan beats the schedule in the same time", "[memory]") {
  const auto items = some_items();
  const auto with = [&](Policy policy, double seconds) {
    return forecast(items, journey(14), policy, seconds, kQuick).score.mean;
  };
  CHECK(with(Policy::goal, 60) < with(Policy::goal, 200));
  CHECK(with(Policy::goal, 200) < with(Policy::goal, 800));
  CHECK(with(Policy::goal, 120) > with(Policy::schedule, 120));
}

TEST_CASE("no day takes longer than planned, but for what is missed", "[memory]") {
  const auto items = some_items();
  const auto result = forecast(items, journey(14), Policy::goal, 120, kQuick);
  CHECK(result.seconds_a_day > 60);
  CHECK(result.seconds_a_day < 150);
}

TEST_CASE("what is asked takes no longer than expected, repeats included", "[memory]") {
  const auto items = some_items();
  const auto road = journey(14);
  const LearnerModel learner(items, road);
  auto tasks = learner.scheduled_tasks(road.today, 3600);
  for (auto& task : learner.best_tasks(road.today, 3600)) {
    tasks.push_back(std::move(task));
  }
  REQUIRE(tasks.size() > 12);
  std::mt19937_64 random(1);
  constexpr int kTimes = 1000;
  for (const auto& task : tasks) {
    double seconds = 0;
    for (int i = 0; i < kTimes; ++i) {
      seconds += LearnerModel(learner).answer(task, road.today, random) / kTimes;
    }
    CHECK(seconds < 1.05 * task.seconds);
    CHECK(seconds > 0.8 * task.seconds);
  }
  for (const auto policy : {Policy::schedule, Policy::goal}) {
    CHECK(forecast(items, road, policy, 60, kQuick).seconds_a_day < 60);
  }
}

TEST_CASE("the time needed reaches the target, and less does not", "[memory]") {
  const auto items = some_items();
  const auto road = journey(14);
  const auto needed = seconds_needed(items, road, 0.85, kQuick);
  REQUIRE(needed.has_value());
  constexpr double kSearchedByFewer = 0.015;  // the search simulates fewer learners
  CHECK(forecast(items, road, Policy::goal, *needed, kQuick).score.mean > 0.85 - kSearchedByFewer);
  CHECK(forecast(items, road, Policy::goal, *needed / 2, kQuick).score.mean < 0.85);
}

TEST_CASE("what is known already needs no time, and the impossible none either", "[memory]") {
  CHECK(seconds_needed(std::vector{planned("d/a", {500}, 0)}, journey(10), 0.9, kQuick) == 0);
  CHECK_FALSE(seconds_needed(std::vector{planned("d/a", {0, 0}, 0)}, journey(1), 0.99, kQuick));
}

TEST_CASE("a plan asks only what is worth its time, the best first", "[memory]") {
  auto items = some_items();
  items.push_back(planned("d/sure", {2000, 2000}, 1));
  items.push_back(planned("d/half", {2000, 3}, 6));
  const auto road = journey(14);
  const auto tasks = LearnerModel(items, road).best_tasks(road.today, 3600);

  REQUIRE_FALSE(tasks.empty());
  for (std::size_t i = 0; i < tasks.size(); ++i) {
    CHECK(tasks[i].item != 12);
    CHECK(tasks[i].gain > 0);
    if (tasks[i].item == 13) {
      CHECK(tasks[i].asked == std::vector<std::size_t>{1});
    }
    if (i > 0) {
      CHECK(tasks[i].gain / tasks[i].seconds <= tasks[i - 1].gain / tasks[i - 1].seconds);
    }
  }
}

TEST_CASE("new items that were asked today leave less room for others", "[memory]") {
  const auto items = some_items();  // four of them new
  auto road = journey(3);
  road.new_per_day = {2};
  CHECK(LearnerModel(items, road).known_items() == 8);
  CHECK(forecast(items, road, Policy::schedule, 3600, kQuick).introduced == 4);
  CHECK(forecast(items, road, Policy::nothing, 0, kQuick).introduced == 0);

  road.on = road.today + std::chrono::days{1};
  road.introduced = {1};
  CHECK(forecast(items, road, Policy::schedule, 3600, kQuick).introduced == 1);
  road.introduced = {5};
  CHECK(forecast(items, road, Policy::schedule, 3600, kQuick).introduced == 0);
}

TEST_CASE("suspended points and items put off are left out of a plan", "[memory]") {
  auto items = std::vector{planned("d/a", {1, 1}, 3), planned("d/b", {1, 1}, 3)};
  items[0].item.points[0].suspended = true;
  items[1].not_before = day_numbered(5);
  const auto road = journey(14);
  const LearnerModel learner(items, road);

  const auto today = learner.best_tasks(road.today, 3600);
  REQUIRE(today.size() == 1);
  CHECK(today[0].item == 0);
  CHECK(today[0].asked == std::vector<std::size_t>{1});
  CHECK(learner.best_tasks(day_numbered(5), 3600).size() == 2);
}

TEST_CASE("a simulated schedule falls due on the days that the scheduler gives", "[memory]") {
  CHECK(rc::check([] {
    std::vector<double> stabilities;
    const auto count = *rc::gen::inRange(1, 5);
    for (int i = 0; i < count; ++i) {
      stabilities.push_back(arbitrary_between(0.5, 40));
    }
    const std::vector items{planned("d/a", stabilities, 0)};
    const auto road = journey(60);
    const LearnerModel learner(items, road);
    const auto due = *items[0].due;
    RC_ASSERT(learner.scheduled_tasks(due - std::chrono::days{1}, 1e9).empty());
    const auto tasks = learner.scheduled_tasks(due, 1e9);
    RC_ASSERT(tasks.size() == 1U);
    RC_ASSERT(tasks[0].asked ==
              points_due(items[0].item, kDefaultParameters, items[0].options, due));
  }));
}
