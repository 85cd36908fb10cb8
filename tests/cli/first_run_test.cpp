// Somebody who starts pith for the first time, at a pseudo-terminal.
#include <filesystem>
#include <fstream>

#include <catch2/catch.hpp>

#include "cli/sitting.h"

namespace {

namespace fs = std::filesystem;
using namespace pith::test;

/// Two shipped decks: `d`, and one with a title.
class Newcomer : public Home {
 public:
  Newcomer() {
    std::ofstream(shipped().parent_path() / "e.yaml")
        << "deck: e\ntitle: \"Elements \\e[2J\"\nitems:\n"
           "  - {id: a, question: Air, answer: gas}\n";
  }
};

}  // namespace

TEST_CASE("a newcomer reads what pith is, and picks one of the shipped decks", "[cli]") {
  const Newcomer home;
  Pith pith(home);
  CHECK(pith.shows_somewhere("in your own words"));
  CHECK(pith.shows_somewhere("1 d (2 items)"));
  CHECK(pith.shows_somewhere("2 Elements "));
  CHECK(pith.shows_somewhere("pith new deck NAME"));
  CHECK(pith.when("c copy these decks", "2"));
  CHECK(pith.shows_somewhere("`pith e`"));
  CHECK(pith.when("Air", "\x04"));
  CHECK(pith.wait() == 0);
  CHECK_FALSE(pith.shows_somewhere("First"));
  CHECK_FALSE(fs::exists(home.data() / "decks"));
}

TEST_CASE("a newcomer who just presses Enter begins with the first deck", "[cli]") {
  const Newcomer home;
  Pith pith(home, {"drill", "--encoder", "none"});
  CHECK(pith.when("c copy these decks", "\r"));
  CHECK(pith.when("1 of 2", "\x04"));
  CHECK(pith.wait() == 0);
}

TEST_CASE("a newcomer may have all shipped decks asked", "[cli]") {
  const Newcomer home;
  Pith pith(home, {"drill", "--encoder", "none"});
  CHECK(pith.when("a all of them", "a"));
  CHECK(pith.when("1 of 3", "\x04"));
  CHECK(pith.wait() == 0);
}

TEST_CASE("a newcomer who copies the shipped decks picks one of them then", "[cli]") {
  const Newcomer home;
  Pith pith(home);
  CHECK(pith.when("c copy these decks", "c"));
  CHECK(pith.when("2 decks copied", "2"));
  CHECK(pith.when("Air", "\x04"));
  CHECK(pith.wait() == 0);
  CHECK(fs::exists(home.data() / "decks/e.yaml"));
}

TEST_CASE("a newcomer who leaves is greeted again the next time", "[cli]") {
  const Newcomer home;
  Pith pith(home);
  CHECK(pith.when("c copy these decks", "\x03"));
  CHECK(pith.wait() == 130);
  CHECK_FALSE(fs::exists(home.data() / "pith.db"));
  Pith again(home);
  CHECK(again.when("c copy these decks", "1"));
  CHECK(again.when("First", "\x04"));
  CHECK(again.wait() == 0);
}

TEST_CASE("a newcomer who named a deck is not asked to pick one", "[cli]") {
  const Newcomer home;
  Pith pith(home, {"e", "--encoder", "none"});
  CHECK(pith.when("c copy these decks", "\r"));
  CHECK(pith.when("Air", "\x04"));
  CHECK(pith.wait() == 0);
  CHECK_FALSE(pith.shows_somewhere("a all of them"));
}

TEST_CASE("a newcomer who leaves before an exam begins gets no report of it", "[cli]") {
  const Newcomer home;
  const auto card = (home.root() / "card.md").string();
  Pith pith(home, {"exam", "e", "--encoder", "none", "--report", card});
  CHECK(pith.when("c copy these decks", "\x03"));
  CHECK(pith.wait() == 130);
  CHECK_FALSE(fs::exists(card));
}
