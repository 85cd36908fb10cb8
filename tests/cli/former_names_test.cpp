// What `was:` says of a deck's own past: mistyped, not joined yet, and taken out again.
#include <string>

#include <catch2/catch.hpp>

#include "cli/learner.h"
#include "support/json.h"

namespace {

using pith::test::Learner;
using pith::test::parsed;

constexpr auto kTree =
    "  - id: tree\n    question: Why do trees drop their leaves\n"
    "    points: [short days, cold nights]\n";
constexpr auto kSun = "  - {id: sun, question: What warms the earth, answer: sunlight}\n";

std::string deck_of(const std::string& items, const std::string& head = "deck: a\n") {
  return head + "language: en\nitems:\n" + items;
}

/// A learner who has answered both.
struct Gardener : Learner {
  Gardener() : Learner(deck_of(std::string(kTree) + kSun)) {
    ask({"drill", "--order", "file", "--encoder", "none"},
        "short days and cold nights\nsunlight\n");
  }
  void edit(const std::string& items, const std::string& head = "deck: a\n") {
    write("decks/moat.yaml", deck_of(items, head));
  }
  /// The warnings of check whose message has these words.
  nlohmann::json warnings(const std::string& words) {
    ask({"check", "--json"}, "");
    auto found = nlohmann::json::array();
    const auto report = parsed(out);
    for (const auto& each : report["warnings"]) {
      if (each["message"].get<std::string>().find(words) != std::string::npos) {
        found.push_back(each);
      }
    }
    return found;
  }
};

constexpr auto kMistyped = "brings nothing along: nothing that was answered is called so";

const std::string kWrongSun =
    "  - {id: star, was: sunn, question: Which star do we live by, answer: ours}\n";

}  // namespace

TEST_CASE("check names what a mistyped `was` meant", "[cli]") {
  Gardener learner;
  SECTION("of an item") {
    learner.edit(std::string(kTree) + kWrongSun);
    const auto found = learner.warnings(kMistyped);
    REQUIRE(found.size() == 1);
    CHECK(found[0]["message"] ==
          "'was: sunn' brings nothing along: nothing that was answered is called so");
    CHECK(found[0]["hint"] == "did you mean 'sun'?");
    CHECK(found[0]["line"] == 7);
  }
  SECTION("of a point") {
    learner.edit(
        "  - id: tree\n    question: Why do trees drop their leaves\n"
        "    points: [{point: little light, was: shrot days}, cold nights]\n");
    const auto found = learner.warnings(kMistyped);
    REQUIRE(found.size() == 1);
    CHECK(found[0]["hint"] == "did you mean 'short days'?");
    CHECK(found[0]["line"] == 6);
  }
  SECTION("of a deck") {
    learner.write("decks/moat.yaml", deck_of(kSun, "deck: garden\n"));
    learner.ask({"drill", "--encoder", "none"}, "sunlight\n");
    learner.write("decks/moat.yaml", deck_of("  - {question: Which animals fly, answer: birds}\n",
                                             "deck: birds\nwas: gardne\n"));
    const auto found = learner.warnings(kMistyped);
    REQUIRE(found.size() == 1);
    CHECK(found[0]["hint"] == "did you mean 'garden'?");
  }
}

TEST_CASE("a `was` of what was never answered here is no mistake", "[cli]") {
  SECTION("where nothing like it is gone") {
    Gardener learner;
    learner.edit(std::string(kTree) +
                 "  - {id: star, was: moon, question: Which star do we live by, answer: ours}\n");
    CHECK(learner.warnings(kMistyped).empty());
  }
  SECTION("where what is like it is there") {
    Gardener learner;
    learner.edit(std::string(kTree) + kSun + kWrongSun);
    CHECK(learner.warnings(kMistyped).empty());
  }
  SECTION("without a history") {
    Learner learner(deck_of(kWrongSun));
    learner.ask({"check", "--json"}, "");
    CHECK(parsed(learner.out)["warnings"].empty());
  }
  SECTION("where numbers tell two names apart") {
    const std::string q13 = "  - {id: q13, was: q11, question: Name a red fruit, answer: apple}\n";
    Learner learner(deck_of("  - {id: q12, question: What is molten ice, answer: water}\n"));
    learner.ask({"drill", "--encoder", "none"}, "water\n");
    learner.write("decks/moat.yaml", deck_of(q13));
    learner.ask({"check"}, "");
    CHECK_THAT(learner.out, !Catch::Contains(kMistyped));
  }
}

TEST_CASE("a `was` that was joined is no mistake, though something like it is gone", "[cli]") {
  Gardener learner;
  learner.edit(std::string(kTree) +
               "  - {id: star, was: sun, question: Which star, answer: ours}\n");
  learner.ask({"drill", "--encoder", "none", "a/star"}, "ours\n");
  learner.edit(std::string(kTree) +
               "  - {id: star, was: sun, question: Which star, answer: ours}\n" +
               "  - {id: suns, question: How many suns are there, answer: many}\n");
  learner.ask({"drill", "--encoder", "none", "a/suns"}, "many\n");
  learner.edit(std::string(kTree) +
               "  - {id: star, was: sun, question: Which star, answer: ours}\n");
  CHECK(learner.warnings(kMistyped).empty());
}

TEST_CASE("what `was` renames counts as new until the next review, and that is said", "[cli]") {
  Gardener learner;
  const auto star =
      std::string(kTree) + "  - {id: star, was: sun, question: Which star, answer: ours}\n";
  learner.edit(star);
  for (const auto* command : {"list", "stats", "due", "check"}) {
    CAPTURE(command);
    learner.ask({command}, "");
    CHECK(learner.err ==
          "pith: what `was:` renames in a is joined with its history at the next review; until "
          "then it counts as new\n");
  }
  learner.ask({"due", "--json"}, "");
  CHECK(learner.err.empty());

  learner.ask({"review", "--encoder", "none"}, "");
  for (const auto* command : {"list", "stats", "due", "check"}) {
    CAPTURE(command);
    learner.ask({command}, "");
    CHECK(learner.err.empty());
  }
}

TEST_CASE("points that were merged and parted again are known by what was asked", "[cli]") {
  Gardener learner;
  const std::string merged =
      "  - id: tree\n    question: Why do trees drop their leaves\n"
      "    points: [{point: autumn weather, was: [short days, cold nights]}]\n";
  learner.edit(merged + kSun);
  learner.ask({"review", "--encoder", "none"}, "");
  learner.edit(std::string(kTree) + kSun);

  learner.ask({"orphans"}, "");
  CHECK_THAT(learner.out, Catch::StartsWith("a/tree/autumnweather  short days; cold nights\n"));
  const auto found = learner.warnings("was answered before and is gone");
  REQUIRE(found.size() == 1);
  CHECK(found[0]["message"] ==
        "'short days; cold nights' was answered before and is gone; is it this one, reworded?");
}
