#include <catch2/catch.hpp>

#include "session/scene.h"

using namespace pith;

TEST_CASE("a session goes on with an item as it was edited", "[session]") {
  test::Scene scene(
      "deck: d\nitems:\n  - {id: a, question: Old, points: [alpha, beta, gamma]}\n"
      "  - {id: b, question: Other, points: [delta]}\n");
  auto session = scene.review({});
  const auto& before = *session.question()->item;
  auto after = before;
  after.question = "New";
  std::swap(after.points[0], after.points[2]);
  after.points.erase(after.points.begin() + 1);  // beta
  after.points.push_back(after.points[0]);
  after.points.back().id = "epsilon";

  session.replace(before, after);

  REQUIRE(session.question());
  CHECK(session.question()->text == "New");
  CHECK(session.question()->item == &after);
  CHECK(session.question()->asked == std::vector<std::size_t>{0, 1, 2});
  CHECK(session.question()->total == 2);
}

TEST_CASE("an edit forgets no hint, and the clock goes on", "[session]") {
  test::Scene scene(
      "deck: d\nitems:\n  - {id: a, question: Old, points: [alpha], hints: [one, two]}\n");
  auto session = scene.review({});
  const auto& before = *session.question()->item;
  CHECK(session.hint() == "one");
  scene.wait(std::chrono::seconds{7});
  auto after = before;
  after.question = "New";

  session.replace(before, after);

  REQUIRE(session.question());
  CHECK(session.question()->text == "New");
  CHECK(session.question()->hints == std::vector<std::string>{"one"});
  CHECK(session.question()->more_hints);
  CHECK(session.hint() == "two");
  CHECK_FALSE(session.question()->more_hints);
  scene.wait(std::chrono::seconds{2});
  const auto& result = session.answer("alpha");
  CHECK(result.hints == 2);
  CHECK(result.seconds == 9.0);
}

TEST_CASE("an item that is not asked may be edited as well", "[session]") {
  test::Scene scene("deck: d\nitems:\n  - {id: a, question: Old, points: [alpha]}\n");
  auto session = scene.review({});
  auto other = *session.question()->item;
  other.id = "b";
  const auto edited = other;

  session.replace(other, edited);

  CHECK(session.question()->text == "Old");
}

TEST_CASE("what was answered before an edit may be overruled after it", "[session]") {
  test::Scene scene(
      "deck: d\nitems:\n  - {id: a, question: Old, points: [alpha, beta, gamma]}\n"
      "  - {id: b, question: Other, points: [delta]}\n");
  session::SessionOptions options;
  options.repeats = 3;
  auto session = scene.review(options);
  const auto& before = *session.question()->item;
  session.answer("alpha");
  auto after = before;
  after.points.erase(after.points.begin());  // alpha
  after.points.pop_back();                   // gamma

  session.replace(before, after);
  session.overrule(0, grading::Verdict::missed);
  session.answer("delta");

  REQUIRE(session.question());
  CHECK(session.question()->item == &after);
  CHECK(session.question()->asked == std::vector<std::size_t>{0});
  session.answer("beta");
  CHECK_FALSE(session.question());
}
