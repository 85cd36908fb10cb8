// What one device renames while the deck of another is still the older one.
#include <filesystem>
#include <string>

#include <catch2/catch.hpp>

#include "cli/learner.h"
#include "support/json.h"

namespace {

using pith::test::Learner;
using pith::test::parsed;

constexpr auto kBones = "How many bones has a human";

std::string deck_called(const std::string& name, const std::string& question = kBones) {
  return "deck: " + name + "\nlanguage: en\nitems:\n  - {question: " + question +
         ", answer: 206}\n"
         "  - {question: What is the capital of France, answer: Paris}\n";
}

/// Two devices of one learner with the deck `bio`, answered on one of them and shared.
struct Devices {
  Devices() {
    std::filesystem::create_directory(laptop.folder() / "shared");
    laptop.ask({"drill", "--order", "file", "--encoder", "none"}, "206\nParis\n");
    share();
  }
  void share() {
    for (auto* device : {&laptop, &desk, &laptop}) {
      device->now.replace(14, 2, std::to_string(10 + minute++));
      device->ask({"sync", (laptop.folder() / "shared").string()}, "");
    }
  }
  void rename_on_laptop(const std::string& yaml) {
    laptop.write("decks/moat.yaml", yaml);
    laptop.now.replace(14, 2, std::to_string(10 + minute++));
    laptop.ask({"relink", "--yes"}, "");
    REQUIRE(laptop.out.ends_with("1 pair joined\n"));
    share();
  }

  int minute = 0;
  Learner laptop{deck_called("bio")};
  Learner desk{deck_called("bio")};
};

std::size_t new_items(Learner& learner) {
  learner.ask({"due", "--json"}, "");
  return parsed(learner.out)["new"];
}

}  // namespace

TEST_CASE("an older deck is told that another device renamed it, and takes nothing back", "[cli]") {
  Devices devices;
  auto& [minute, laptop, desk] = devices;
  REQUIRE(new_items(desk) == 0);
  devices.rename_on_laptop(deck_called("class9"));
  REQUIRE(new_items(desk) == 2);
  const std::string told =
      "another device renamed 'bio' to 'class9', and its history with it: the deck here is the "
      "older one";

  desk.ask({"check", "--json"}, "");
  const auto warnings = parsed(desk.out)["warnings"];
  REQUIRE(warnings.size() == 1);
  CHECK(warnings[0]["message"] == told);
  CHECK(warnings[0]["hint"] == "copy the newer deck here, or rename it here as well");
  desk.ask({"orphans"}, "");
  CHECK_THAT(desk.err, Catch::Contains(told) && !Catch::Contains("relink FROM TO"));

  desk.ask({"relink", "--yes"}, "");
  CHECK(desk.out == "0 pairs joined\n");
  CHECK_THAT(desk.err, Catch::Contains(told));
  desk.ask({"relink", "--json"}, "");
  CHECK(parsed(desk.out)["pairs"].empty());
  devices.share();
  CHECK(new_items(laptop) == 0);

  SECTION("with the newer deck it has the history again") {
    desk.write("decks/moat.yaml", deck_called("class9"));
    CHECK(new_items(desk) == 0);
  }
  SECTION("what is named is joined: the name is given up on all devices") {
    desk.ask({"relink", "class9", "bio"}, "");
    devices.share();
    CHECK(new_items(desk) == 0);
    laptop.ask({"check"}, "");
    CHECK_THAT(laptop.out, Catch::Contains("another device renamed 'class9' to 'bio'"));
  }
}

TEST_CASE("sync says which deck another device renamed", "[cli]") {
  Devices devices;
  auto& [minute, laptop, desk] = devices;
  laptop.write("decks/moat.yaml", deck_called("class9"));
  laptop.ask({"relink", "--yes"}, "");
  const auto shared = (laptop.folder() / "shared").string();
  laptop.ask({"sync", shared}, "");
  CHECK(laptop.err.empty());

  desk.ask({"sync", shared}, "");
  CHECK_THAT(desk.err, Catch::Contains("another device renamed 'bio' to 'class9'"));
}

TEST_CASE("an item that another device reworded is not taken back by an older deck", "[cli]") {
  Devices devices;
  auto& [minute, laptop, desk] = devices;
  devices.rename_on_laptop(deck_called("bio", "How many bones has a grown human"));
  REQUIRE(new_items(desk) == 1);

  desk.ask({"relink", "--yes"}, "");
  CHECK(desk.out == "0 pairs joined\n");
  desk.ask({"check"}, "");
  CHECK_THAT(desk.out, Catch::Contains("the deck here is the older one"));
}

TEST_CASE("who renamed a deck may rename it back", "[cli]") {
  Devices devices;
  auto& [minute, laptop, desk] = devices;
  devices.rename_on_laptop(deck_called("class9"));
  devices.rename_on_laptop(deck_called("bio"));
  CHECK(new_items(laptop) == 0);
  CHECK(new_items(desk) == 0);
}

TEST_CASE("what an older deck was answered under goes along later", "[cli]") {
  Devices devices;
  auto& [minute, laptop, desk] = devices;
  devices.rename_on_laptop(deck_called("class9"));
  desk.ask({"review", "--encoder", "none"}, "206\nParis\n");
  devices.share();

  laptop.ask({"relink", "--yes"}, "");
  CHECK(laptop.out == "bio -> class9\n1 pair joined\n");
}
