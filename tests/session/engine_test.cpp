#include "session/engine.h"

#include <catch2/catch.hpp>

#include "session/five_items.h"

using namespace pith;
using namespace pith::session;
using grading::Verdict;
using memory::Rating;
using test::answers;
using test::asked;
using test::kDeck;
using test::Scene;

TEST_CASE("an answer is in the log when its result is returned", "[session]") {
  Scene scene(kDeck);
  auto session = scene.review();
  scene.wait(std::chrono::milliseconds{2500});

  const auto& result = session.answer("alpha, beta?");

  const auto logged = scene.history().answers();
  REQUIRE(logged.size() == 1);
  CHECK(logged[0].stamp.id == result.event);
  CHECK(logged[0].answer.text == "alpha, beta?");
  CHECK(logged[0].answer.seconds == 2.5);
  CHECK(logged[0].answer.session == session.id());
  REQUIRE(logged[0].answer.points.size() == 2);
  CHECK(logged[0].answer.points[0].rating == Rating::good);
  CHECK(logged[0].answer.points[1].rating == Rating::hard);
  CHECK(result.score == 0.75);
  CHECK(result.due > scene.now().day);
  CHECK(scene.history().content(logged[0].answer.content_hash)->question == "First");
}

TEST_CASE("while the next question is read the history's file has every answer by itself",
          "[session]") {
  Scene scene(kDeck);
  auto session = scene.review();
  session.answer("alpha");

  session.start_clock();

  const auto copy = scene.folder() / "copy.db";
  std::filesystem::copy_file(scene.folder() / "pith.db", copy);
  CHECK(history::History(copy, {.read_only = true}).answers().size() == 1);
}

TEST_CASE("giving up misses every point, and both ends of the session are defined", "[session]") {
  Scene scene("deck: d\nitems:\n  - {id: a, question: Q, points: [x, y]}\n");
  auto session = scene.review();
  CHECK(session.question()->number == 1);
  CHECK(session.question()->total == 1);

  const auto& result = session.answer("");

  CHECK(result.gave_up);
  CHECK(result.score == 0.0);
  CHECK_FALSE(session.question());
  CHECK(session.objection("late") == "the session is over: there is no question to answer");
  CHECK_THROWS_AS(session.answer("late"), std::invalid_argument);
}

TEST_CASE("an answer that is not UTF-8 is objected to, and the question stands", "[session]") {
  Scene scene(kDeck);
  auto session = scene.review();
  CHECK(session.objection("\xff"));
  CHECK_THROWS_AS(session.answer("\xff"), std::invalid_argument);
  CHECK(asked(session) == "a");
  CHECK(answers(scene) == 0);
}

TEST_CASE("a hint lowers what was hit to Hard", "[session]") {
  Scene scene(kDeck);
  auto session = scene.review();
  CHECK(session.hint() == "one");
  CHECK(session.hint() == "two");
  CHECK_FALSE(session.hint());

  const auto& result = session.answer("alpha");

  CHECK(result.hints == 2);
  CHECK(result.points[0].rating == Rating::hard);
  CHECK(result.points[1].rating == Rating::again);
}

TEST_CASE("practice without schedule is logged and changes no memory", "[session]") {
  Scene scene(kDeck);
  SessionOptions options;
  options.scheduled = false;
  auto session = scene.drill(options);
  const auto& result = session.answer("alpha beta");

  CHECK_FALSE(result.due);
  CHECK(answers(scene) == 1);
  CHECK(scene.candidates()[0].is_new());
}

TEST_CASE("a drill on the day before it was due is a review, whatever its outcome", "[session]") {
  Scene scene(kDeck);
  const auto* const answer = GENERATE("gamma", "forgotten");
  {
    auto first = scene.drill();
    first.skip();
    first.answer("gamma");
  }
  scene.next_day();
  auto drill = scene.drill();
  drill.skip();
  drill.answer(answer);

  const auto state = scene.history().state(scene.id(1));
  REQUIRE(state);
  CHECK(state->points[0].memory.reviews == 2);
  CHECK(state->points[0].memory.last_review == scene.now().day);
}

TEST_CASE("time over is noted and the text kept", "[session]") {
  Scene scene("deck: d\ndefaults: {time_limit: 10s}\nitems:\n  - {question: Q, points: [x]}\n");
  auto session = scene.review();
  scene.wait(std::chrono::seconds{11});
  const auto& result = session.answer("x");
  CHECK(result.time_over);
  CHECK(result.score == 1.0);
  CHECK(scene.history().answers()[0].answer.time_over);
}

TEST_CASE("when the time of the session is over nothing more is asked", "[session]") {
  Scene scene(kDeck);
  SessionOptions options;
  options.time = std::chrono::minutes{1};
  auto session = scene.review(options);
  scene.wait(std::chrono::seconds{59});
  session.answer("alpha");
  CHECK(asked(session) == "b");
  scene.wait(std::chrono::seconds{2});
  session.answer("gamma");
  CHECK_FALSE(session.question());
  CHECK(session.summary().left == 3);
}

TEST_CASE("of a cloze only the asked gaps are blank", "[session]") {
  const auto read = deck::read_deck(
      "items:\n  - cloze: 'The {{c1::fox}} and the {{c2::hare::animal}} ran.'\n", "d.yaml");
  REQUIRE(read.deck);
  const auto part = asked_part(read.deck->items[0], {1});
  CHECK(part.question == "The fox and the [animal] ran.");
  REQUIRE(part.points.size() == 1);
  CHECK(part.points[0].id == "c2");
}

TEST_CASE("the summary tells what was done", "[session]") {
  Scene scene(kDeck);
  auto session = scene.review();
  session.answer("alpha, beta?");
  session.skip();
  session.answer("");

  const auto summary = session.summary();
  CHECK(summary.answers == 2);
  CHECK(summary.items == 2);
  CHECK(summary.of(Verdict::hit) == 1);
  CHECK(summary.of(Verdict::partial) == 1);
  CHECK(summary.of(Verdict::missed) == 1);
  CHECK(summary.skipped == 1);
  CHECK(summary.left == 2);
  CHECK(summary.score == 0.375);
}

TEST_CASE("a result tells how often a point was forgotten", "[session]") {
  Scene scene("deck: d\nitems:\n  - {id: a, question: Q, points: [x]}\n");
  for (int i = 0; i < 4; ++i) {
    auto session = scene.drill();
    session.answer(i == 0 ? "x" : "");
    CHECK(session.last()->points[0].lapses == i);
    scene.next_day();
  }
}

TEST_CASE("a score that reaches the pass mark but for rounding passes", "[session]") {
  Scene scene(
      "deck: d\nitems:\n  - id: a\n    question: Q\n    pass: 0.8\n"
      "    points: [{point: x, weight: 0.1}, {point: y, weight: 0.2}, {point: z, weight: 0.7}]\n");
  auto session = scene.review();
  CHECK(session.answer("x, z").passed);
  CHECK(session.last()->score < 0.8);
}
