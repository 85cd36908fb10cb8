#include "session/wording_use.h"

#include <string>

#include <catch2/catch.hpp>

#include "session/scene.h"

using namespace pith;
using namespace pith::session;
using grading::Verdict;
using test::Scene;

TEST_CASE("a wording has changed a verdict though its point was asked alone", "[session]") {
  const auto [deck, taught, asked] = GENERATE(table<std::string, std::string, std::size_t>({
      {"items:\n  - {id: a, question: Three letters, points: [alpha, beta, gamma]}\n",
       "the third of the Greeks", 2},
      {"items:\n  - {id: a, question: Three letters, points: [alpha, beta, gamma]}\n",
       "the second of the Greeks", 1},
      {"items:\n  - {id: a, cloze: 'An {{alpha}}, a {{beta}} and a {{gamma}}.'}\n",
       "the third of the Greeks", 2},
  }));
  CAPTURE(deck, asked);
  Scene scene("deck: d\nlanguage: en\n" + deck);
  const auto& item = scene.item(0);
  const auto& point = item.points.at(asked);
  scene.history().append(scene.now(), history::Wording{scene.id(0), point.id, taught});
  scene.next_day();
  auto session = scene.start({{&item, {asked}, Why::due}}, {});
  session.answer(taught);

  const auto uses = wording_uses(scene.history(), item, nullptr);

  REQUIRE(uses.size() == 1);
  REQUIRE(uses[0].changes.size() == 1);
  CHECK(uses[0].changes[0].answer == session.last()->event);
  CHECK(uses[0].changes[0].without == Verdict::missed);
  CHECK(uses[0].changes[0].with == Verdict::hit);
}

TEST_CASE("a wording has changed a verdict of a point that was renamed since", "[session]") {
  const auto* const renamed = GENERATE("[alpha, beta, {point: zeta, was: gamma}]",
                                       "[alpha, {point: zeta, was: [beta, gamma]}]");
  CAPTURE(renamed);
  Scene scene(
      "deck: d\nlanguage: en\n"
      "items:\n  - {id: a, question: Three letters, points: [alpha, beta, gamma]}\n");
  const std::string taught = "the third of the Greeks";
  scene.history().append(scene.now(), history::Wording{scene.id(0), "gamma", taught});
  scene.next_day();
  auto session = scene.drill();
  session.answer(taught);
  scene.next_day();
  scene.edit(
      std::string("deck: d\nlanguage: en\nitems:\n  - {id: a, question: Three letters, points: ") +
      renamed + "}\n");

  const auto uses = wording_uses(scene.history(), scene.item(0), nullptr);

  REQUIRE(uses.size() == 1);
  REQUIRE(uses[0].changes.size() == 1);
  CHECK(uses[0].changes[0].without == Verdict::missed);
  CHECK(uses[0].changes[0].with == Verdict::hit);
}

TEST_CASE("a wording has changed nothing where its point was not asked", "[session]") {
  Scene scene(
      "deck: d\nlanguage: en\n"
      "items:\n  - {id: a, question: Three letters, points: [alpha, beta, gamma]}\n");
  const auto& item = scene.item(0);
  scene.history().append(
      scene.now(), history::Wording{scene.id(0), item.points[2].id, "the third of the Greeks"});
  auto session = scene.start({{&item, {0, 1}, Why::due}}, {});
  session.answer("the third of the Greeks");

  const auto uses = wording_uses(scene.history(), item, nullptr);

  REQUIRE(uses.size() == 1);
  CHECK(uses[0].changes.empty());
}

TEST_CASE("a wording that beside the other proposals earns two points is proposed no more",
          "[session]") {
  Scene scene(
      "deck: d\nlanguage: en\nitems:\n"
      "  - id: a\n    question: What makes a contract?\n    points:\n"
      "      - offer: One side proposes terms.\n"
      "      - acceptance: The other side agrees.\n"
      "      - consideration: Each gives something of value.\n");
  const auto& item = scene.item(0);
  const auto teach = [&](std::size_t point, const std::string& text) {
    scene.history().append(scene.now(),
                           history::Wording{scene.id(0), item.points.at(point).id, text});
    return wording_uses(scene.history(), item, nullptr);
  };

  const auto alone = teach(0, "promise first, then saying yes, and money");
  REQUIRE(alone.size() == 1);
  CHECK(alone[0].proposed());

  const auto both = teach(1, "saying yes");
  REQUIRE(both.size() == 2);
  for (const auto& use : both) {
    CHECK(use.objection ==
          (use.wording.point == "offer" ? "it would earn another point, too" : ""));
  }
}
