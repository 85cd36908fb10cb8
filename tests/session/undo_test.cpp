#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "session/engine.h"
#include "session/five_items.h"

using namespace pith;
using namespace pith::session;
using test::answers;
using test::asked;
using test::kDeck;
using test::Scene;

TEST_CASE("undo goes back to the start of the session and beyond", "[session]") {
  Scene scene(kDeck);
  {
    auto earlier = scene.review();
    earlier.answer("alpha beta");
  }
  auto session = scene.review();
  REQUIRE(asked(session) == "b");
  session.answer("gamma");
  session.skip();
  session.suspend();
  session.answer("zeta");
  CHECK_FALSE(session.question());

  REQUIRE(session.undo());
  CHECK(asked(session) == "f");
  REQUIRE(session.undo());
  CHECK(asked(session) == "e");
  CHECK_FALSE(scene.candidates()[3].suspended);
  REQUIRE(session.undo());
  CHECK(asked(session) == "c");
  REQUIRE(session.undo());
  CHECK(asked(session) == "b");
  CHECK(answers(scene) == 1);
  REQUIRE(session.undo());
  CHECK(asked(session) == "a");
  CHECK(answers(scene) == 0);
  CHECK_FALSE(session.undo());
  CHECK(scene.history().answers({.retracted = true}).size() == 3);
}

TEST_CASE("undo tells what the answer said that it takes back, however far", "[session]") {
  Scene scene(kDeck);
  {
    auto earlier = scene.review();
    earlier.answer("alpha beta");
  }
  auto session = scene.review();
  session.answer("gamma");
  session.skip();
  session.answer("epsilon");
  std::vector<std::string> said;
  while (session.undo()) {
    said.push_back(session.undone());
  }
  CHECK(said == std::vector<std::string>{"epsilon", "", "gamma", "alpha beta"});
}

TEST_CASE("undo takes back the answer and not the hint that was seen", "[session]") {
  test::Scene scene(
      "deck: d\nitems:\n  - {id: a, question: First, points: [alpha], hints: [one, two]}\n");
  auto session = scene.review({});
  session.hint();
  session.answer("beta");
  REQUIRE(session.undo());
  CHECK(session.question()->hints == std::vector<std::string>{"one"});
  CHECK(session.answer("alpha").points[0].rating == memory::Rating::hard);

  auto later = scene.review({});
  REQUIRE(later.undo());
  CHECK(later.question()->hints.size() == 1);
  CHECK(later.question()->more_hints);
}

TEST_CASE("what was answered before the session is asked again for what may still be asked",
          "[session]") {
  Scene scene(kDeck);
  const auto& item = scene.item(0);
  using Points = std::vector<std::size_t>;
  const auto answer_earlier = [&](Points points) {
    scene.start({{&item, std::move(points), Why::due}}, {}).answer("alpha beta");
  };
  const auto suspend = [&](const std::string& point) {
    scene.history().append(scene.now(), history::Suspension{scene.id(0), point, true});
  };
  const auto asked_after_undo = [&] {
    auto session = scene.review();
    REQUIRE(session.undo());
    CHECK(answers(scene) == 0);
    REQUIRE(session.question());
    return std::pair(asked(session), session.question()->asked);
  };

  SECTION("no point that was not asked") {
    answer_earlier({1});
    CHECK(asked_after_undo() == std::pair(std::string("a"), Points{1}));
  }
  SECTION("no point that was suspended since") {
    answer_earlier({0, 1});
    suspend("alpha");
    CHECK(asked_after_undo() == std::pair(std::string("a"), Points{1}));
  }
  SECTION("a point that was renamed since") {
    answer_earlier({1});
    scene.wait(std::chrono::seconds{1});
    scene.edit(
        "deck: d\nitems:\n"
        "  - {id: a, question: First, points: [alpha, {point: bet, was: beta}]}\n");
    CHECK(asked_after_undo() == std::pair(std::string("a"), Points{1}));
  }
  SECTION("nothing where every point was suspended since") {
    answer_earlier({0, 1});
    suspend("alpha");
    suspend("beta");
    CHECK(asked_after_undo() == std::pair(std::string("b"), Points{0}));
  }
  SECTION("nothing where the points that were asked were suspended since") {
    answer_earlier({1});
    suspend("beta");
    CHECK(asked_after_undo() == std::pair(std::string("b"), Points{0}));
  }
  SECTION("nothing of an item that was suspended since") {
    answer_earlier({0, 1});
    suspend("");
    CHECK(asked_after_undo() == std::pair(std::string("b"), Points{0}));
  }
}

TEST_CASE("an answer that was taken back elsewhere is asked again, and no other is taken back",
          "[session]") {
  Scene scene(kDeck);
  auto session = scene.review();
  session.answer("alpha beta");
  session.answer("gamma");
  REQUIRE(scene.history().undo(scene.now()));

  REQUIRE(session.undo());
  CHECK(asked(session) == "b");
  CHECK(answers(scene) == 1);
  REQUIRE(session.undo());
  CHECK(asked(session) == "a");
  CHECK(session.undone() == "alpha beta");
  CHECK(answers(scene) == 0);
}

TEST_CASE("undo leaves what another session was told since this one began", "[session]") {
  Scene scene(kDeck);
  scene.drill().answer("earlier");
  auto other = scene.drill();
  auto session = scene.drill();
  other.answer("alpha beta");

  CHECK_FALSE(session.undo());
  CHECK(asked(session) == "a");
  CHECK(answers(scene) == 2);
  REQUIRE(other.undo());
  REQUIRE(session.undo());
  CHECK(session.undone() == "earlier");
  CHECK(answers(scene) == 0);
}

TEST_CASE("undo leaves the first answer that there is, if another session was told it",
          "[session]") {
  Scene scene(kDeck);
  auto other = scene.drill();
  auto session = scene.drill();
  other.answer("alpha beta");

  CHECK_FALSE(session.undo());
  session.answer("alpha");
  CHECK(session.undo());
  CHECK_FALSE(session.undo());
  CHECK(answers(scene) == 1);
}

TEST_CASE("undo leaves what an exam or a scripted practice was told, and what was before it",
          "[session]") {
  const auto mode = GENERATE(history::Mode::exam, history::Mode::run);
  Scene scene(kDeck);
  scene.drill().answer("alpha");
  SessionOptions options;
  options.mode = mode;
  scene.start({{&scene.item(1), {0}, Why::practice}}, options).answer("gamma");
  auto session = scene.review();
  const auto first = asked(session);

  CHECK_FALSE(session.undo());
  CHECK(asked(session) == first);
  CHECK(answers(scene) == 2);
  session.answer("x");
  CHECK(session.undo());
  CHECK(answers(scene) == 2);
}

TEST_CASE("what was planned of an item stays when an earlier answer to it is undone", "[session]") {
  Scene scene(kDeck);
  scene.start({{&scene.item(0), {1}, Why::due}}, {}).answer("beta");
  auto session = scene.drill();

  REQUIRE(session.undo());

  CHECK(asked(session) == "a");
  CHECK(session.question()->asked == std::vector<std::size_t>{0, 1});
  session.answer("alpha beta");
  CHECK(asked(session) == "b");
}

TEST_CASE("undo takes back what was done last, an answer or not", "[session]") {
  Scene scene(kDeck);
  auto session = scene.review();
  CHECK(session.answered().empty());
  session.answer("alpha");
  CHECK(session.answered().size() == 1);
  session.skip();
  CHECK(session.answered().size() == 1);
  CHECK(session.undo());
  CHECK(session.answered().size() == 1);
  CHECK(session.undo());
  CHECK(session.answered().empty());
}
