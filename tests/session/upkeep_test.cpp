#include "session/upkeep.h"

#include <cstddef>
#include <string>
#include <variant>

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

std::size_t aliases(Scene& scene) {
  std::size_t count = 0;
  scene.history().for_each_own_event({}, [&](const history::Event& event) {
    count += std::holds_alternative<history::Alias>(event.body) ? 1U : 0U;
  });
  return count;
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
  const auto known = aliases(scene);
  scene.edit(after);
  CHECK(aliases(scene) == known);
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

TEST_CASE("an item is due by its deck as it is now, whether the history was told or not",
          "[session]") {
  const auto [defaults, points] = GENERATE(table<std::string, std::string>({
      {"{}", "[alpha, beta]"},
      {"{desired_retention: 0.7}", "[alpha, beta]"},
      {"{desired_retention: 0.97}", "[alpha, beta]"},
      {"{desired_retention: 0.8}", "[alpha]"},
      {"{}", "[{point: alpha, weight: 3}, beta, gamma]"},
      {"{}", "[gamma]"},
  }));
  CAPTURE(defaults, points);
  Scene scene(kBefore);
  auto session = scene.review();
  session.answer("alpha");
  if (GENERATE(false, true)) {
    scene.history().append(scene.now(),
                           history::Bury{scene.id(0), scene.now().day + std::chrono::days{40}});
  }
  if (GENERATE(false, true)) {
    scene.wishes.maximum_interval = 2;
  }
  const auto text = "deck: old\ndefaults: " + defaults +
                    "\nitems:\n  - {id: a, question: First, points: " + points + "}\n";
  const auto deck = deck::read_deck(text, "test.yaml").deck.value();
  const std::vector<const deck::Item*> items = {&deck.items[0]};

  const auto untold = session::candidates_for(scene.history(), items, scene.wishes)[0].due;
  scene.edit(text);

  CHECK(untold == scene.history().state(scene.id(0))->due);
  CHECK(untold == scene.candidates()[0].due);
}

TEST_CASE("`was:` takes nothing from an item of another deck while that is there", "[session]") {
  Scene scene(kBefore);
  auto session = scene.review();
  session.answer("alpha");
  const auto read = [](std::string_view yaml) {
    return deck::read_deck(yaml, "test.yaml").deck.value();
  };
  const auto thief = read(
      "deck: young\nitems:\n  - {id: z, was: old/a, question: First, points: [alpha, beta]}\n");

  session::adopt(scene.history(), std::vector{read(kBefore), thief}, scene.wishes, scene.now());
  CHECK(reviews(scene, "alpha") == 1);
  CHECK_FALSE(scene.history().state({"young", "z"}));

  session::adopt(scene.history(), std::vector{read("deck: old\nitems: []\n"), thief}, scene.wishes,
                 scene.now());
  CHECK(scene.history().state({"young", "z"}));
}
