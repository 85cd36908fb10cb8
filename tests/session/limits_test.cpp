// Time, pauses, sections, feedback and follow-ups: the rules of drills, exams and scripted
// practice.
#include <chrono>
#include <string>

#include <catch2/catch.hpp>

#include "session/engine.h"
#include "session/scene.h"

using namespace pith;
using namespace pith::session;
using namespace std::chrono_literals;
using test::Scene;

namespace {

constexpr auto kDeck = R"(
deck: d
language: en
items:
  - id: a
    question: First
    points: [{point: alpha, group: Means}, {point: beta, group: Means, weight: 2}, gamma]
    hints: [one, two]
  - {id: b, question: Second, points: [delta, epsilon], hints: [think]}
  - {id: c, question: Third, points: [zeta]}
  - {id: e, question: Fourth, points: [eta]}
)";

std::string asked(const Session& session) {
  return session.question() ? session.question()->item->id : "";
}

SessionOptions exam_rules() {
  SessionOptions options;
  options.feedback = false;
  options.hints = false;
  options.may_pause = false;
  return options;
}

}  // namespace

TEST_CASE("an answer after its time is noted, kept and graded like any other", "[session]") {
  Scene scene(kDeck);
  auto options = exam_rules();
  options.time_limit = 60s;
  auto session = scene.drill(options);
  scene.wait(61s);

  const auto& result = session.answer("alpha beta gamma");

  CHECK(result.time_over);
  CHECK(result.score == 1.0);
  const auto logged = scene.history().answers();
  REQUIRE(logged.size() == 1);
  CHECK(logged[0].answer.time_over);
  CHECK(logged[0].answer.text == "alpha beta gamma");
  CHECK(asked(session) == "b");
}

TEST_CASE("when the time of the session is over the answer begun counts, and no more is asked",
          "[session]") {
  Scene scene(kDeck);
  auto options = exam_rules();
  options.time = 5min;
  auto session = scene.drill(options);
  scene.wait(4min);
  session.answer("alpha");
  CHECK_FALSE(session.last()->time_over);
  scene.wait(2min);
  session.answer("delta");

  CHECK(session.last()->time_over);
  CHECK(session.last()->score == 0.5);
  CHECK_FALSE(session.question());
  CHECK(session.summary().left == 2);
  CHECK(session.summary().time_over);
  CHECK(session.unanswered().size() == 2);
}

TEST_CASE("a pause stops every clock and hides the question", "[session]") {
  Scene scene(kDeck);
  SessionOptions options;
  options.time = 5min;
  options.time_limit = 60s;
  options.sections = {{"only", 5min, std::nullopt}};
  auto session = scene.drill(options);
  scene.wait(30s);
  REQUIRE(session.pause());
  scene.wait(1h);
  CHECK(session.objection("alpha") == "the session is paused");
  CHECK(session.elapsed() == 30s);
  session.resume();
  scene.wait(20s);

  const auto& result = session.answer("alpha");

  CHECK(result.seconds == 50);
  CHECK_FALSE(result.time_over);
  CHECK(asked(session) == "b");
}

TEST_CASE("an exam is not paused", "[session]") {
  Scene scene(kDeck);
  auto session = scene.drill(exam_rules());
  CHECK_FALSE(session.pause());
  CHECK_FALSE(session.paused());
  scene.wait(10s);
  CHECK(session.answer("").seconds == 10);
}

TEST_CASE("without feedback an answer stands as it was given, and there are no hints",
          "[session]") {
  Scene scene(kDeck);
  auto session = scene.drill(exam_rules());
  CHECK_FALSE(session.question()->more_hints);
  CHECK_FALSE(session.hint());
  session.answer("alpha");
  CHECK_FALSE(session.undo());
  CHECK_THROWS_AS(session.overrule(1, grading::Verdict::hit), std::invalid_argument);
  CHECK_THROWS_AS(session.call_easy(), std::logic_error);
  CHECK(scene.history().answers().size() == 1);
}

TEST_CASE("when a section's time is over the next one begins", "[session]") {
  Scene scene(kDeck);
  SessionOptions options;
  options.sections = {{"first", 2min, 30s}, {"second", std::nullopt, std::nullopt}};
  auto tasks = practice_queue(scene.candidates(), {});
  tasks[2].section = 1;
  tasks[3].section = 1;
  auto session = scene.start(std::move(tasks), options);
  CHECK(session.question()->section == "first");
  CHECK(session.question()->time_limit == 30s);
  scene.wait(3min);

  session.answer("alpha");

  CHECK(session.last()->time_over);
  CHECK(asked(session) == "c");
  CHECK(session.question()->section == "second");
  CHECK_FALSE(session.question()->time_limit);
  CHECK(session.summary().left == 3);
  CHECK(session.summary().time_over);
  REQUIRE(session.unanswered().size() == 3);
  CHECK(session.unanswered()[0].item->id == "b");
}

TEST_CASE("what cannot be asked again because a section's time is over is not undone",
          "[session]") {
  Scene scene(kDeck);
  SessionOptions options;
  options.sections = {{"first", 2s, std::nullopt}, {"second", std::nullopt, std::nullopt}};
  auto tasks = practice_queue(scene.candidates(), {});
  tasks[2].section = 1;
  tasks[3].section = 1;
  auto session = scene.start(std::move(tasks), options);
  session.answer("alpha beta gamma");
  scene.wait(1s);
  REQUIRE(session.undo());
  REQUIRE(asked(session) == "a");
  session.answer("alpha beta gamma");
  scene.wait(2s);
  session.answer("delta");
  REQUIRE(asked(session) == "c");

  REQUIRE_FALSE(session.undo());

  CHECK(session.last()->item->id == "b");
  CHECK(asked(session) == "c");
  CHECK(scene.history().answers().size() == 2);
  CHECK(session.summary().answers == 2);
  session.answer("zeta");
  CHECK(session.undo());
  CHECK(asked(session) == "c");
  CHECK_FALSE(session.undo());
  CHECK(scene.history().answers().size() == 2);
}

TEST_CASE("what cannot be asked again because the session's time is over is not undone",
          "[session]") {
  Scene scene(kDeck);
  SessionOptions options;
  options.time = 5min;
  auto session = scene.drill(options);
  scene.wait(6min);
  session.answer("alpha");

  REQUIRE_FALSE(session.undo());

  CHECK(session.last()->item->id == "a");
  CHECK(scene.history().answers().size() == 1);
}

TEST_CASE("an earlier session's answer is not undone when there is no time to ask it again",
          "[session]") {
  Scene scene(kDeck);
  scene.drill().answer("alpha");
  SessionOptions options;
  options.sections = {{"only", 2s, std::nullopt}};
  auto session = scene.drill(options);
  scene.wait(3s);

  CHECK_FALSE(session.undo());

  CHECK(scene.history().answers().size() == 1);
}

TEST_CASE("a follow-up asks by the group of the heaviest point that was missed", "[session]") {
  Scene scene(kDeck);
  auto options = exam_rules();
  options.follow_up = true;
  auto session = scene.drill(options);

  session.answer("gamma");

  REQUIRE(session.question());
  CHECK(session.question()->text == "And what about “Means”?");
  CHECK(session.question()->why == Why::follow_up);
  CHECK(session.question()->asked == std::vector<std::size_t>{0, 1});
  CHECK(session.question()->shown.empty());
  session.answer("beta");
  CHECK(asked(session) == "b");
  CHECK(session.summary().score == 0.25);
}

TEST_CASE("a follow-up takes a hint where there is no group, and is none without a cue",
          "[session]") {
  Scene scene(kDeck);
  auto options = exam_rules();
  options.follow_up = true;
  auto session = scene.drill(options);
  session.answer("alpha beta gamma");
  session.answer("delta");
  CHECK(session.question()->text == "Anything else? A hint: think");
  CHECK(session.question()->asked == std::vector<std::size_t>{1});
  session.answer("still nothing");
  CHECK(asked(session) == "c");
  session.answer("");
  CHECK(asked(session) == "e");
}

TEST_CASE("a follow-up is logged and never counts as a review", "[session]") {
  Scene scene(kDeck);
  auto options = exam_rules();
  options.follow_up = true;
  auto session = scene.drill(options);
  session.answer("gamma");
  const auto before = scene.history().state(scene.id(0));
  session.answer("alpha beta");
  const auto after = scene.history().state(scene.id(0));

  CHECK(scene.history().answers().size() == 2);
  REQUIRE(before);
  REQUIRE(after);
  for (std::size_t i = 0; i < before->points.size(); ++i) {
    CHECK(after->points[i].memory == before->points[i].memory);
  }
}

TEST_CASE("a session tells what was answered and what was not", "[session]") {
  Scene scene(kDeck);
  auto session = scene.drill();
  session.answer("alpha");
  session.skip();
  session.answer("zeta");

  const auto answered = session.answered();
  REQUIRE(answered.size() == 2);
  CHECK(answered[0].item->id == "a");
  CHECK(answered[1].item->id == "c");
  CHECK(answered[0].event == scene.history().answers()[0].stamp.id);
  REQUIRE(session.unanswered().size() == 2);
  CHECK(session.unanswered()[0].item->id == "b");
  CHECK(session.unanswered()[1].item->id == "e");
}
