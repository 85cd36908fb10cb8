#include <string>
#include <vector>

#include <catch2/catch.hpp>
#include <fmt/format.h>

#include "session/engine.h"
#include "session/five_items.h"

using namespace pith;
using namespace pith::session;
using grading::Verdict;
using test::asked;
using test::kDeck;
using test::Scene;

TEST_CASE("missed points come back in the session, alone and with a growing gap", "[session]") {
  Scene scene(kDeck);
  SessionOptions options;
  options.repeats = 3;
  auto session = scene.review(options);
  std::string order;
  while (session.question()) {
    order += asked(session);
    session.answer(asked(session) == "a" ? "alpha" : "gamma delta epsilon zeta");
  }

  CHECK(order == "abcaefaa");
  const auto logged = scene.history().answers();
  CHECK_FALSE(logged[0].answer.relearning);
  CHECK(logged[3].answer.relearning);
  REQUIRE(logged[3].answer.points.size() == 1);
  CHECK(logged[3].answer.points[0].id == "beta");
  CHECK_FALSE(logged[6].answer.aided);
  CHECK(logged[7].answer.aided);
}

TEST_CASE("without repeats nothing is asked twice", "[session]") {
  Scene scene(kDeck);
  auto session = scene.review();
  int count = 0;
  for (; session.question(); ++count) {
    session.answer("");
  }
  CHECK(count == 5);
}

TEST_CASE("overruling the only missed point calls off its repeat; undo does as well", "[session]") {
  Scene scene(kDeck);
  SessionOptions options;
  options.repeats = 3;
  auto session = scene.review(options);
  CHECK(session.answer("alpha").comes_back);
  CHECK(session.summary().left == 5);

  CHECK_FALSE(session.overrule(1, Verdict::hit).comes_back);
  CHECK(session.summary().left == 4);
  CHECK(session.overrule(1, Verdict::missed).comes_back);
  CHECK(session.summary().left == 5);
  session.undo();
  CHECK(session.summary().left == 5);
}

TEST_CASE("repeats and what is read first leave the count of questions as it was", "[session]") {
  Scene scene(kDeck);
  SessionOptions options;
  options.repeats = 1;
  auto session = scene.review(options);
  const auto place = [&] {
    return fmt::format("{} {}/{}", asked(session), session.question()->number,
                       session.question()->total);
  };
  std::vector<std::string> places;
  for (const auto* answer : {"", "gamma", "delta"}) {
    places.push_back(place());
    session.answer(answer);
  }
  places.push_back(place());
  CHECK(session.question()->why == Why::again);
  session.answer("alpha, beta");
  places.push_back(place());
  session.read_first();
  places.push_back(place());
  session.answer("zeta");
  places.push_back(place());
  CHECK(places ==
        std::vector<std::string>{"a 1/5", "b 2/5", "c 3/5", "a 3/5", "e 4/5", "f 4/5", "e 5/5"});
}

TEST_CASE("the count never steps back at a repeat behind a question that was read first",
          "[session]") {
  Scene scene(kDeck);
  SessionOptions options;
  options.repeats = 1;
  auto session = scene.review(options);
  session.answer("");
  session.answer("gamma");
  CHECK(session.question()->number == 3);
  session.read_first();

  CHECK(session.question()->why == Why::again);
  CHECK(session.question()->number == 3);
  session.answer("alpha, beta");
  CHECK(session.question()->number == 3);  // the next one: what was read is still to be answered
  CHECK(session.question()->total == 5);
}

TEST_CASE("the summary tells what is asked again from what was never answered", "[session]") {
  Scene scene(kDeck);
  SessionOptions options;
  options.repeats = 1;
  auto session = scene.review(options);
  session.answer("alpha");
  CHECK(session.summary().left == 5);
  CHECK(session.summary().again == 1);
  session.overrule(1, Verdict::hit);
  CHECK(session.summary().left == 4);
  CHECK(session.summary().again == 0);
}

TEST_CASE("the summary tells what was hit at last, beside what was hit at first", "[session]") {
  Scene scene("deck: d\nitems:\n  - {id: a, question: Q, points: [x, y, z]}\n");
  SessionOptions options;
  options.repeats = 3;
  auto session = scene.review(options);
  session.answer("x");
  CHECK(session.summary().repeated == 0);
  session.answer("");
  CHECK(session.summary().repeated == 1);
  CHECK(session.summary().regained == 0);
  session.answer("y");
  session.answer("z");

  CHECK(session.summary().repeated == 3);
  CHECK(session.summary().regained == 2);
  CHECK(session.summary().of(Verdict::hit) == 1);
  CHECK(session.summary().score == Approx(1.0 / 3));
  session.undo();
  CHECK(session.summary().regained == 1);
}

TEST_CASE("a repeat that was being asked goes with the verdict it came from", "[session]") {
  Scene scene("deck: d\nitems:\n  - {id: a, question: Q, points: [x, y]}\n");
  SessionOptions options;
  options.repeats = 3;
  auto session = scene.review(options);
  session.answer("x");
  REQUIRE(session.question());
  CHECK(session.question()->why == Why::again);

  session.overrule(1, Verdict::hit);

  CHECK_FALSE(session.question());
}

TEST_CASE("a repeat that is being asked asks what is missed after overruling", "[session]") {
  Scene scene("deck: d\nitems:\n  - {id: a, question: Q, points: [x, y, z]}\n");
  SessionOptions options;
  options.repeats = 3;
  auto session = scene.review(options);
  session.answer("x");
  REQUIRE(session.question()->asked == std::vector<std::size_t>{1, 2});

  session.overrule(1, Verdict::hit);
  REQUIRE(session.question());
  CHECK(session.question()->asked == std::vector<std::size_t>{2});
  CHECK(session.question()->shown == std::vector<std::size_t>{0, 1});

  session.overrule(0, Verdict::missed);
  CHECK(session.question()->asked == std::vector<std::size_t>{0, 2});
}
