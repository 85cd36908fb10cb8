// What a review leaves out: limits, points known for sure, and what can wait for a quieter day.
#include <algorithm>
#include <numeric>
#include <string>
#include <vector>

#include <catch2/catch.hpp>
#include <fmt/format.h>

#include "session/goal.h"
#include "session/limits.h"
#include "session/load.h"
#include "session/queue.h"
#include "session/scene.h"

using namespace pith;
using namespace pith::session;
using test::Scene;

namespace {

/// A deck of items with two points each, all new.
std::string deck_of(int items) {
  std::string yaml = "deck: d\ndefaults: {new_per_day: 1000}\nitems:\n";
  for (int i = 0; i < items; ++i) {
    yaml +=
        fmt::format("  - {{id: i{0}, question: Number {0}, points: [left{0}x, right{0}x]}}\n", i);
  }
  return yaml;
}

std::string full(int item) {
  return fmt::format("left{0}x right{0}x", item);
}

/// Answers everything there is today: `text` by the item's number.
template <typename Text>
void answer_all(Scene& scene, Text text) {
  auto session = scene.review();
  while (session.question()) {
    session.answer(text(std::stoi(session.question()->item->id.substr(1))));
  }
}

std::vector<Task> limited(const Scene& scene, const Limits& limits) {
  const auto candidates = scene.candidates();
  return within(scene.due(), candidates, limits, memory::kDefaultParameters, scene.now().day);
}

/// How many items have come to their due day.
std::size_t due_exactly(const Scene& scene) {
  const auto candidates = scene.candidates();
  return static_cast<std::size_t>(
      std::count_if(candidates.begin(), candidates.end(), [&](const Candidate& candidate) {
        return candidate.due && *candidate.due <= scene.now().day;
      }));
}

}  // namespace

TEST_CASE("a limit keeps what has lost most", "[session]") {
  Scene scene(deck_of(4));
  answer_all(scene, [](int i) { return i == 2 ? "" : full(i); });
  scene.next_day(20);

  Limits limits;
  limits.items = 1;
  const auto tasks = limited(scene, limits);

  REQUIRE(tasks.size() == 1);
  CHECK(tasks[0].item->id == "i2");
}

TEST_CASE("limited time holds as many items as the pace allows, new ones last", "[session]") {
  Scene scene(deck_of(4));
  Limits limits;
  limits.pace = {10, 5};
  limits.seconds = 45;
  CHECK(limited(scene, limits).size() == 2);
  limits.seconds = 5;
  CHECK(limited(scene, limits).empty());
}

TEST_CASE("focus shows the points that are known for sure, but asks every third time in full",
          "[session]") {
  Scene scene(deck_of(1));
  scene.wishes.floor = 0.1;
  answer_all(scene, [](int) { return "left0x"; });
  Limits limits;
  limits.sure = 0.95;
  int full_turns = 0;
  int focused_turns = 0;
  for (int day = 0; day < 200; ++day) {
    scene.next_day();
    for (const auto& task : limited(scene, limits)) {
      const auto candidate = scene.candidates()[0];
      const memory::ForgettingCurve curve(memory::kDefaultParameters);
      for (const auto i : task.asked) {
        if (task.asked.size() < 2) {
          CHECK(memory::retrievability(candidate.memory.points[i].memory, curve, scene.now().day) <
                0.95);
        }
      }
      (task.asked.size() == 2 ? full_turns : focused_turns) += 1;
      auto session = scene.start({task}, {});
      session.answer(day % 2 == 0 ? "left0x" : full(0));
    }
  }
  CHECK(full_turns > 0);
  CHECK(focused_turns > 0);
}

TEST_CASE("a heavy day leaves to the next ones what may wait", "[session]") {
  constexpr int kItems = 60;
  Scene scene(deck_of(kItems));
  answer_all(scene, full);
  scene.next_day(3);
  answer_all(scene, full);
  scene.wishes.fuzz = true;
  std::vector<std::size_t> exact;
  std::vector<std::size_t> even;
  for (int day = 0; day < 40; ++day) {
    scene.next_day();
    const auto spread_out = scene.due();
    exact.push_back(due_exactly(scene));
    even.push_back(spread_out.size());
    auto session = scene.start(spread_out, {});
    while (session.question()) {
      session.answer(full(std::stoi(session.question()->item->id.substr(1))));
    }
  }
  CHECK(std::accumulate(even.begin(), even.end(), std::size_t{0}) >= kItems);
  CHECK(*std::max_element(even.begin(), even.end()) <
        *std::max_element(exact.begin(), exact.end()));
}

TEST_CASE("nothing waits longer than its interval is spread", "[session]") {
  constexpr int kItems = 60;
  Scene scene(deck_of(kItems));
  answer_all(scene, full);
  scene.next_day(3);
  answer_all(scene, full);
  scene.wishes.fuzz = true;
  scene.next_day(60);

  CHECK(scene.due().size() == kItems);
}

TEST_CASE("what is to come is told until it is clear that today is no heavy day", "[session]") {
  static constexpr memory::StudyDay kToday{
      std::chrono::local_days{std::chrono::year{2026} / 5 / 1}};
  const memory::ScheduledItem memory;
  const LoadRules rules{kToday, memory::kDefaultParameters, true};
  const std::vector<Burden> today(20, {&memory, {}, kToday, false, kToday + std::chrono::days{3}});
  std::size_t told = 0;
  const auto later = [&](std::size_t items) {
    return [&told, items](const std::function<bool(memory::StudyDay)>& take) {
      for (told = 0; told < items && take(kToday + std::chrono::days{1}); ++told) {
      }
    };
  };
  CHECK(todays_share(today, rules, later(10'000)).size() == 20);
  CHECK(told < 200);
  CHECK(todays_share(today, rules, later(30)).size() == 15);  // thirty in two days
  CHECK(told == 30);
  CHECK(todays_share(std::span(today).first(kFew), rules, later(7)).size() == kFew);
  CHECK(told == 30);
}

TEST_CASE("the queue for a day that matters holds new and forgotten items, due or not",
          "[session]") {
  Scene scene(deck_of(3));
  auto session = scene.start({scene.due()[0]}, {});
  session.answer("");
  scene.next_day();
  const auto candidates = scene.candidates();
  const auto items = goal_items(candidates, scene.wishes);
  const auto journey =
      journey_to(scene.history(), items, scene.now().day, scene.now().day + std::chrono::days{30});

  const auto tasks = goal_queue(items, journey, 1e6);

  REQUIRE(tasks.size() == 3);
  CHECK(std::count_if(tasks.begin(), tasks.end(),
                      [](const Task& task) { return task.why == Why::fresh; }) == 2);
  CHECK(goal_queue(items, journey, 1).empty());
}
