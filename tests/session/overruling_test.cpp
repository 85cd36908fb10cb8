#include <catch2/catch.hpp>

#include "session/engine.h"
#include "session/five_items.h"

using namespace pith;
using namespace pith::session;
using grading::Verdict;
using memory::Rating;
using test::answers;
using test::asked;
using test::kDeck;
using test::Scene;

TEST_CASE("overruling changes verdict, score, rating and log, and teaches the words", "[session]") {
  Scene scene(kDeck);
  auto session = scene.review();
  session.answer("alpha, the second letter");
  REQUIRE(session.last()->score == 0.5);

  const auto& result = session.overrule(1, Verdict::hit);

  CHECK(result.score == 1.0);
  CHECK(result.points[1].graded.verdict == Verdict::missed);
  CHECK(result.points[1].rating == Rating::good);
  const auto logged = scene.history().answers();
  REQUIRE(logged.size() == 1);
  CHECK(logged[0].answer.points[1].automatic == Verdict::missed);
  CHECK(logged[0].answer.points[1].verdict == Verdict::hit);
  REQUIRE(scene.history().wordings().size() == 1);
  CHECK(scene.history().wordings()[0].text == "the second letter");

  SECTION("the words count from then on") {
    auto again = scene.drill();
    CHECK(again.answer("it is the second letter").points[1].verdict == Verdict::hit);
  }
  SECTION("taking the overruling back takes the words back") {
    session.overrule(1, Verdict::missed);
    CHECK(scene.history().wordings().empty());
    CHECK(session.last()->score == 0.5);
  }
  SECTION("overruling another point keeps them, and to missed teaches what earns nothing") {
    session.overrule(0, Verdict::missed);
    const auto wordings = scene.history().wordings();
    REQUIRE(wordings.size() == 2);
    CHECK(wordings[0].effect == pith::history::Effect::ignore);
    CHECK(wordings[1].effect == pith::history::Effect::accept);
    CHECK(session.last()->score == 0.5);
  }
  SECTION("undo takes answer and words back") {
    REQUIRE(session.undo());
    CHECK(answers(scene) == 0);
    CHECK(scene.history().wordings().empty());
    CHECK(asked(session) == "a");
  }
}

TEST_CASE("what was redacted meanwhile stays so, and teaches nothing", "[session]") {
  Scene scene(kDeck);
  auto session = scene.review();
  session.answer("alpha, the second letter");
  scene.history().redact(scene.now(), session.last()->event);

  const auto& result = session.overrule(1, Verdict::hit);

  CHECK(result.score == 1.0);
  CHECK_FALSE(result.points[1].taught);
  CHECK(scene.history().wordings().empty());
  CHECK(scene.history().answers()[0].answer.text.empty());
}

TEST_CASE("an answer that was taken back elsewhere is not overruled", "[session]") {
  Scene scene(kDeck);
  auto session = scene.review();
  session.answer("alpha");
  scene.history().undo(scene.now());
  CHECK_THROWS_AS(session.overrule(1, Verdict::hit), pith::history::AnswerGone);
  CHECK_THROWS_AS(session.call_easy(), pith::history::AnswerGone);
  CHECK(answers(scene) == 0);
  CHECK(asked(session) == "b");
}

TEST_CASE("Easy applies to the points that were hit", "[session]") {
  Scene scene(kDeck);
  auto session = scene.review();
  session.answer("alpha");

  const auto& result = session.call_easy();

  CHECK(result.points[0].rating == Rating::easy);
  CHECK(result.points[1].rating == Rating::again);
  CHECK(answers(scene) == 1);

  SECTION("and stays when another point is overruled") {
    const auto& overruled = session.overrule(1, Verdict::partial);
    CHECK(overruled.points[0].rating == Rating::easy);
    CHECK(overruled.points[1].rating == Rating::hard);
  }
  SECTION("and while nothing is hit, until something is again") {
    CHECK(session.overrule(0, Verdict::partial).points[0].rating == Rating::hard);
    CHECK(session.overrule(0, Verdict::hit).points[0].rating == Rating::easy);
  }
  SECTION("until that is taken back") {
    session.overrule(1, Verdict::hit);
    const auto& after = session.call_easy(false);
    CHECK(after.points[0].rating == Rating::good);
    CHECK(after.points[1].verdict == Verdict::hit);
    CHECK(after.points[1].rating == Rating::good);
    CHECK(answers(scene) == 1);
  }
}

TEST_CASE("what one overruling taught stays when another point is overruled", "[session]") {
  Scene scene("deck: d\nitems:\n  - {id: a, question: Q, points: [alpha, beta]}\n");
  auto session = scene.review();
  session.answer("alpha in here, the second letter");
  REQUIRE(session.last()->points[0].verdict == Verdict::hit);
  CHECK(session.overrule(1, Verdict::hit).points[1].taught == "the second letter");
  session.overrule(0, Verdict::missed);

  const auto wordings = scene.history().wordings();
  REQUIRE(wordings.size() == 2);
  CHECK(session.last()->points[1].taught == "the second letter");
  CHECK(session.overrule(1, Verdict::missed).points[1].taught == std::nullopt);
}

TEST_CASE("a verdict can still be overruled when the next question was skipped", "[session]") {
  Scene scene(kDeck);
  auto session = scene.review();
  session.answer("alpha");
  session.skip();

  session.overrule(1, Verdict::hit);

  CHECK(session.last()->score == 1.0);
  CHECK(session.summary().score == 1.0);
  CHECK(session.summary().skipped == 1);
}
