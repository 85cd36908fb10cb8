#include "session/queue.h"

#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "session/scene.h"

using namespace pith;
using namespace pith::session;
using test::Scene;

namespace {

std::vector<std::string> ids(const std::vector<Task>& tasks) {
  std::vector<std::string> found;
  for (const auto& task : tasks) {
    found.push_back(task.item->id);
  }
  return found;
}

constexpr auto kThree = R"(
deck: d
defaults: {new_per_day: 2}
items:
  - {id: a, question: First, points: [alpha, beta]}
  - {id: b, question: Second, points: [gamma, delta]}
  - {id: c, question: Third, points: [epsilon, zeta]}
)";

}  // namespace

TEST_CASE("a new deck is asked in its order, as many items a day as it says", "[session]") {
  Scene scene(kThree);
  CHECK(ids(scene.due()) == std::vector<std::string>{"a", "b"});
  CHECK(ids(scene.due(1)) == std::vector<std::string>{"a"});
  CHECK(ids(scene.due(3)) == std::vector<std::string>{"a", "b", "c"});
  CHECK(scene.due(0).empty());

  auto session = scene.review();
  session.answer("alpha and beta");
  CHECK(ids(scene.due()) == std::vector<std::string>{"b"});
  scene.next_day();
  CHECK(ids(scene.due()) == std::vector<std::string>{"b", "c"});
}

TEST_CASE("what is due comes before what is new, the largest loss first", "[session]") {
  Scene scene(kThree);
  auto session = scene.review();
  session.answer("alpha and beta");
  session.answer("neither");
  scene.next_day(30);

  const auto tasks = scene.due();
  CHECK(ids(tasks) == std::vector<std::string>{"b", "a", "c"});
  CHECK(tasks[0].why == Why::due);
  CHECK(tasks[2].why == Why::fresh);
}

TEST_CASE("one lapsed point comes back alone by the floor", "[session]") {
  Scene scene("deck: d\nitems:\n  - {id: a, question: Q, points: [p1, p2, p3, p4, p5, weak]}\n");
  for (int day = 0; day < 4; ++day) {
    auto session = scene.drill();
    session.answer(day == 3 ? "p1 p2 p3 p4 p5" : "p1 p2 p3 p4 p5 weak");
    scene.next_day(day < 3 ? 20 << day : 1);
  }
  while (scene.due().empty()) {
    scene.next_day();
  }

  const auto tasks = scene.due();
  REQUIRE(tasks.size() == 1);
  CHECK(tasks[0].asked == std::vector<std::size_t>{5});
  auto session = scene.review();
  CHECK(session.question()->shown == std::vector<std::size_t>{0, 1, 2, 3, 4});
  const auto& result = session.answer("weak");
  REQUIRE(result.points.size() == 1);
  CHECK(result.points[0].point == 5);
  CHECK(result.score == 1.0);
}

TEST_CASE("a point that was added to a known item makes it due", "[session]") {
  Scene scene("deck: d\nitems:\n  - {id: a, question: Q, points: [p1, p2, p3]}\n");
  for (int day = 0; day < 3; ++day) {
    auto session = scene.drill();
    session.answer("p1 p2 p3");
    scene.next_day(day < 2 ? 10 : 1);
  }
  REQUIRE(scene.due().empty());
  scene.edit("deck: d\nitems:\n  - {id: a, question: Q, points: [p1, p2, p3, extra]}\n");

  const auto tasks = scene.due();
  REQUIRE(tasks.size() == 1);
  CHECK(tasks[0].asked == std::vector<std::size_t>{0, 1, 2, 3});
}

TEST_CASE("what was suspended or buried is not asked", "[session]") {
  Scene scene(kThree);
  auto session = scene.review();
  session.suspend();
  session.bury();

  CHECK(ids(scene.due()) == std::vector<std::string>{"c"});
  scene.next_day();
  CHECK(ids(scene.due()) == std::vector<std::string>{"b", "c"});
}

TEST_CASE("the two directions of a card are kept apart", "[session]") {
  Scene scene(R"(
deck: d
items:
  - {id: w, front: wolf, back: 狼, reversed: true}
  - {id: x, front: fox, back: 狐}
  - {id: y, front: bear, back: 熊}
)");
  CHECK(ids(scene.due()) == std::vector<std::string>{"w", "x", "y", "w-reversed"});
}

TEST_CASE("in the order of the file only the direction of a card that was just shown is moved",
          "[session]") {
  Scene scene(R"(
deck: d
items:
  - {id: w, front: wolf, back: 狼, reversed: true}
  - {id: den, question: Where it lives, points: [in a den]}
  - {id: lair, question: Where a fox lives, points: [in a den]}
)");
  PracticeRules rules;
  rules.order = Order::file;
  const auto tasks = practice_queue(scene.candidates(), rules);
  CHECK(ids(tasks) == std::vector<std::string>{"w", "w-reversed", "den", "lair"});
  CHECK(ids(with_directions_apart(tasks)) ==
        std::vector<std::string>{"w", "den", "lair", "w-reversed"});
  CHECK(ids(with_directions_apart({tasks[0], tasks[1]})) ==
        std::vector<std::string>{"w", "w-reversed"});
}

TEST_CASE("practice orders what there is, due or not", "[session]") {
  Scene scene(kThree);
  auto session = scene.drill();
  session.answer("alpha and beta");
  session.answer("nothing");
  scene.next_day();

  PracticeRules rules;
  rules.day = scene.now().day;
  const auto order = [&](Order wanted) {
    rules.order = wanted;
    return ids(practice_queue(scene.candidates(), rules));
  };
  CHECK(order(Order::file) == std::vector<std::string>{"a", "b", "c"});
  CHECK(order(Order::due) == std::vector<std::string>{"b", "a", "c"});
  CHECK(order(Order::weakest) == std::vector<std::string>{"c", "b", "a"});
  rules.seed = 7;
  const auto shuffled = order(Order::random);
  CHECK(order(Order::random) == shuffled);
  rules.count = 2;
  CHECK(order(Order::file) == std::vector<std::string>{"a", "b"});
}

TEST_CASE("the points missed last are known to the drill that asks for them", "[session]") {
  Scene scene(kThree);
  auto session = scene.drill();
  session.answer("alpha");
  session.answer("gamma delta");

  CHECK(points_missed_last(scene.history(), scene.item(0)) == std::vector<std::size_t>{1});
  CHECK(points_missed_last(scene.history(), scene.item(1)).empty());
  CHECK(points_missed_last(scene.history(), scene.item(2)).empty());
}

TEST_CASE("a point that was renamed keeps its last verdict", "[session]") {
  Scene scene("deck: d\nitems:\n  - {id: a, question: First, points: [alpha, beta]}\n");
  auto session = scene.drill();
  session.answer("alpha");
  scene.next_day();
  scene.edit(
      "deck: d\nitems:\n  - {id: a, question: First, points: [alpha, {point: bravo, was: "
      "beta}]}\n");

  CHECK(points_missed_last(scene.history(), scene.item(0)) == std::vector<std::size_t>{1});
}

TEST_CASE("a point made of two is missed if one of them was", "[session]") {
  const std::string answer = GENERATE("alpha", "beta", "alpha beta");
  CAPTURE(answer);
  Scene scene("deck: d\nitems:\n  - {id: a, question: First, points: [alpha, beta]}\n");
  auto session = scene.drill();
  session.answer(answer);
  scene.next_day();
  scene.edit(
      "deck: d\nitems:\n  - {id: a, question: First, points: [{point: both, was: [alpha, "
      "beta]}]}\n");

  CHECK(points_missed_last(scene.history(), scene.item(0)).empty() == (answer == "alpha beta"));
}
