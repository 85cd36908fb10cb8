// Items that were reworded before they were moved, or before their deck was renamed.
#include <string>

#include <catch2/catch.hpp>

#include "cli/learner.h"
#include "support/json.h"

namespace {

using pith::test::Learner;
using pith::test::parsed;

std::string deck_of(const std::string& name, const std::string& items) {
  return "deck: " + name + "\nlanguage: en\nitems:" + (items.empty() ? " []\n" : "\n" + items);
}

std::string item(const std::string& question, const std::string& answer,
                 const std::string& id = {}) {
  return "  - {" + (id.empty() ? "" : "id: " + id + ", ") + "question: " + question +
         ", answer: " + answer + "}\n";
}

/// The pairs that relink proposes, as `FROM -> TO`, a line each.
std::string proposed(Learner& learner) {
  learner.ask({"relink", "--json"}, "");
  std::string lines;
  const auto report = parsed(learner.out);
  for (const auto& pair : report["pairs"]) {
    lines += pair["from"].get<std::string>() + " -> " + pair["to"].get<std::string>() + "\n";
  }
  return lines;
}

}  // namespace

TEST_CASE("an item that was reworded, joined and then moved is proposed by its id", "[cli]") {
  const auto reworded = item("How many bones has an adult human", "206");
  const auto grass = item("What is green", "grass");
  Learner learner(deck_of("one", item("How many bones has a human", "206")));
  learner.write("decks/two.yaml", deck_of("two", grass));
  learner.ask({"review", "--encoder", "none"}, "206\ngrass\n");
  learner.write("decks/moat.yaml", deck_of("one", reworded));
  learner.ask({"relink", "--yes"}, "");
  REQUIRE(learner.out.ends_with("1 pair joined\n"));

  learner.write("decks/moat.yaml", deck_of("one", item("What is red", "blood")));
  learner.write("decks/two.yaml", deck_of("two", reworded + grass));

  learner.ask({"check", "--json"}, "");
  REQUIRE(parsed(learner.out)["warnings"].size() == 1);
  CHECK(parsed(learner.out)["warnings"][0]["message"] ==
        "'How many bones has a human' was answered before and is gone from 'one'; is it this one, "
        "moved?");
  learner.ask({"orphans", "--json"}, "");
  CHECK_FALSE(parsed(learner.out)["orphans"][0]["resembles"].is_null());
  learner.ask({"relink", "--yes"}, "");
  CHECK(learner.out.ends_with("1 pair joined\n"));
  learner.ask({"due", "--json"}, "");
  CHECK(parsed(learner.out)["new"] == 1);
}

TEST_CASE("a deck that is renamed after a question with an id was reworded is proposed", "[cli]") {
  Learner learner(deck_of("three", item("What colour has the sky", "blue", "sky")));
  learner.ask({"review", "--encoder", "none"}, "blue\n");
  const std::string reworded =
      GENERATE("What is the colour of the sky at noon", "Name the hue overhead on a clear day");
  learner.write("decks/moat.yaml", deck_of("three", item(reworded, "blue", "sky")));
  REQUIRE(proposed(learner).empty());

  learner.write("decks/moat.yaml", deck_of("four", item(reworded, "blue", "sky")));
  CHECK(proposed(learner) == "three -> four\n");
  learner.ask({"check"}, "");
  CHECK_THAT(learner.out, Catch::Contains("'three' was answered before and is gone; is it this "
                                          "one, renamed?"));
}

TEST_CASE("a deck that is renamed after its questions were reworded and joined is proposed",
          "[cli]") {
  Learner learner(deck_of("three", item("What colour has the sky", "blue")));
  learner.ask({"review", "--encoder", "none"}, "blue\n");
  const auto reworded = item("What colour does the sky have", "sky blue");
  learner.write("decks/moat.yaml", deck_of("three", reworded));
  learner.ask({"relink", "--yes"}, "");
  REQUIRE(learner.out.ends_with("1 pair joined\n"));

  learner.write("decks/moat.yaml", deck_of("four", reworded));
  CHECK(proposed(learner) == "three -> four\n");
}

TEST_CASE("ids that any deck may give do not make two items one", "[cli]") {
  const auto bones = item("How many bones has a human", "206", "1");
  Learner learner(deck_of("body", bones + item("Is blood red", "yes", "2")));
  learner.ask({"drill", "--order", "file", "--encoder", "none"}, "206\nyes\n");
  const auto others =
      item("What is the capital of France", "Paris", "1") + item("Do ducks swim", "yes", "2");

  SECTION("of a deck that is gone") {
    learner.write("decks/moat.yaml", deck_of("towns", others));
  }
  SECTION("of a deck that is there") {
    learner.write("decks/moat.yaml", deck_of("body", item("Is ice cold", "never", "3")));
    learner.write("decks/towns.yaml", deck_of("towns", others));
  }
  CHECK(proposed(learner).empty());
}
