#include "cli/help/completions.h"

#include <algorithm>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "deck/reading/reader.h"
#include "support/command_line.h"

using namespace pith::cli;
using pith::test::CommandTree;
using Words = std::vector<std::string>;

namespace {

pith::deck::Collection collection() {
  pith::deck::Collection decks;
  decks.decks.push_back(
      *pith::deck::read_deck("deck: moat\nitems:\n"
                             "  - {id: tech, question: Why, points: [a], tags: [finance]}\n"
                             "  - {id: team, question: Who, points: [b]}\n",
                             "moat.yaml")
           .deck);
  return decks;
}

Words completed(const Words& words) {
  CommandTree tree;
  Words texts;
  for (const auto& each : complete(tree.program(), words, collection)) {
    texts.push_back(each.text);
  }
  return texts;
}

bool offers(const Words& words, const std::string& text) {
  const auto all = completed(words);
  return std::ranges::find(all, text) != all.end();
}

}  // namespace

TEST_CASE("the first word may be a command, a deck or a tag", "[cli]") {
  CHECK(offers({""}, "drill"));
  CHECK(offers({""}, "moat"));
  CHECK(completed({"tag:"}) == Words{"tag:finance"});
  CHECK(completed({"dri"}) == Words{"drill"});
  CHECK_FALSE(offers({""}, "complete"));
}

TEST_CASE("items are offered once their deck is named", "[cli]") {
  CHECK(completed({"show", "mo"}) == Words{"moat", "moat/"});
  CHECK(completed({"show", "moat/t"}) == Words{"moat/tech", "moat/team"});
  CHECK(completed({"drill", "moat/te", "tag:f"}) == Words{"tag:finance"});
  CHECK(completed({"show", "other/"}).empty());
  CHECK(completed({"suspend", "moat/tech", "moat/te"}) == Words{"moat/tech", "moat/team"});
  CHECK(completed({"bury", "moat/tech", "--until", "+3", "mo"}) == Words{"moat", "moat/"});
}

TEST_CASE("an item is added to an own deck, and a practice that ships has a name", "[cli]") {
  pith::test::CommandLine pith;
  pith.write("config/config.yaml", "decks: mine\n");
  pith.write("config/mine/moat.yaml", "deck: moat\ntitle: Moats\nitems: []\n");
  pith.write("shipped/tour.yaml", "items:\n  - {question: Why, answer: a}\n");
  pith.write("shipped/practice/daily.yaml", "practice: Daily\n");
  pith.write("shipped/practice/daily.en.yaml", "practice: Daily\n");
  pith.write("shipped/practice/mock.yaml", "practice: Mock\n");

  CHECK(pith.run({"complete", "--", "new", "item", ""}) == 0);
  CHECK(pith.out == "moat\tMoats\n");
  CHECK(pith.run({"complete", "--", "run", ""}) == 0);
  CHECK(pith.out == "daily\nmock\n");
  CHECK(pith.run({"complete", "--", "run", "mo"}) == 0);
  CHECK(pith.out == "mock\n");
}

TEST_CASE("options and the values they take come from the command tree", "[cli]") {
  CHECK(completed({"drill", "--ord"}) == Words{"--order"});
  CHECK(completed({"drill", "--order", ""}) == Words{"weakest", "random", "file", "due"});
  CHECK(completed({"drill", "--order=w"}) == Words{"--order=weakest"});
  CHECK(completed({"drill", "--nothing=w"}).empty());
  CHECK(completed({"suspend", "moat/tech", "--point", ""}) == Words{"a"});
  CHECK(completed({"suspend", "moat/tech", "--point=a"}) == Words{"--point=a"});
  CHECK(completed({"new", "item", "moat", "--point", ""}).empty());
  CHECK(completed({"list", "--state", ""}) == Words{"due", "new", "suspended", "buried", "leech"});
  CHECK(completed({"search", "--sort", ""}) == Words{"due", "score", "difficulty", "lapses"});
  CHECK(completed({"drill", "--order", "due", "mo"}) == Words{"moat", "moat/"});
  CHECK(offers({"drill", "--"}, "--seed"));
  CHECK(completed({"completions", ""}) == Words{"bash", "zsh", "fish"});
  CHECK(completed({"help", "grad"}) == Words{"grading", "grade"});
  CHECK(completed({"log", "red"}) == Words{"redact"});
}

TEST_CASE("where a file or a number is expected nothing is offered", "[cli]") {
  CHECK(completed({"check", ""}).empty());
  CHECK(completed({"drill", "--count", ""}).empty());
  CHECK(completed({"drill", "--db", ""}).empty());
  CHECK(completed({}).empty());
}

TEST_CASE("the hidden command prints one candidate a line with its note", "[cli]") {
  pith::test::CommandLine pith;
  const auto deck = pith.write("moat.yaml", "items:\n  - {id: tech, question: Why, answer: a}\n");
  REQUIRE(pith.run({"--decks", deck, "complete", "--", "show", "moat/"}) == 0);
  CHECK(pith.out == "moat/tech\tWhy\n");
  REQUIRE(pith.run({"complete", "--", "drill", "--decks", deck, "moa"}) == 0);
  CHECK(pith.out == "moat\nmoat/\n");
  REQUIRE(pith.run({"complete", "--", "drill", "--decks=" + deck, "moa"}) == 0);
  CHECK(pith.out == "moat\nmoat/\n");
  REQUIRE(pith.run({"--decks", deck, "complete", "--", ""}) == 0);
  CHECK_THAT(pith.out, Catch::Contains("review\t"));
}

TEST_CASE("every shell has its script", "[cli]") {
  pith::test::CommandLine pith;
  const std::string shell = GENERATE("bash", "zsh", "fish");
  REQUIRE(pith.run({"completions", shell}) == 0);
  CHECK_THAT(pith.out, Catch::Contains("complete -- "));
  CHECK_THROWS_AS(pith.run({"completions", "tcsh"}), pith::cli::ParseError);
}
