#include "session/upkeep.h"

#include <string>

#include <catch2/catch.hpp>

#include "session/scene.h"

using namespace pith;
using test::Scene;

namespace {

constexpr auto kBefore = R"(
deck: old
items:
  - {id: a, question: First, points: [alpha, beta]}
)";

int reviews(Scene& scene, const std::string& point) {
  const auto state = scene.history().state(scene.id(0));
  if (state) {
    for (const auto& each : state->points) {
      if (each.id == point && !each.retired) {
        return each.memory.reviews;
      }
    }
  }
  return 0;
}

}  // namespace

TEST_CASE("`was:` carries the history over, of decks, items and points", "[session]") {
  const auto [after, point] = GENERATE(table<std::string, std::string>({
      {"deck: young\nwas: old\nitems:\n  - {id: a, question: First, points: [alpha, beta]}\n",
       "alpha"},
      {"deck: old\nitems:\n  - {id: z, was: a, question: First, points: [alpha, beta]}\n", "alpha"},
      {"deck: old\nitems:\n  - id: a\n    question: First\n    points: [{point: Alef, was: "
       "Alpha}, beta]\n",
       "alef"},
      {"deck: young\nwas: old\nitems:\n  - id: z\n    was: a\n    question: First\n    points: "
       "[{point: Alef, was: Alpha}, beta]\n",
       "alef"},
  }));
  CAPTURE(after);
  Scene scene(kBefore);
  auto session = scene.review();
  session.answer("alpha");
  REQUIRE(reviews(scene, "alpha") == 1);

  scene.edit(after);
  CHECK(reviews(scene, point) == 1);
  const auto aliases = scene.history().aliases().size();
  scene.edit(after);
  CHECK(scene.history().aliases().size() == aliases);
}

TEST_CASE("a derived id is known by the question it had", "[session]") {
  Scene scene("deck: d\nitems:\n  - {question: What is teh answer, points: [alpha]}\n");
  auto session = scene.review();
  session.answer("alpha");
  scene.edit(
      "deck: d\nitems:\n  - {question: What is the answer, was: What is teh answer, points: "
      "[alpha]}\n");
  CHECK(reviews(scene, "alpha") == 1);
}

TEST_CASE("what a deck wishes for its schedule is taken over when it changes", "[session]") {
  Scene scene(kBefore);
  auto session = scene.review();
  session.answer("alpha beta");
  const auto before = scene.history().state(scene.id(0))->due;
  scene.edit(
      "deck: old\ndefaults: {desired_retention: 0.7}\nitems:\n  - {id: a, question: First, "
      "points: [alpha, beta]}\n");
  CHECK(scene.history().state(scene.id(0))->due > before);
}
