// Printed documents, and what comes back of them.
#include <algorithm>
#include <string>

#include <catch2/catch.hpp>

#include "deck/reading/reader.h"
#include "exchange/exported_tea.h"
#include "exchange/results.h"

using namespace pith;
using namespace pith::test;

namespace {

/// A deck as a printed document, read again.
exchange::Imported printed_and_read(const deck::Deck& deck) {
  exchange::Exportable what;
  what.decks = {deck};
  return read_again("markdown", exchange::export_format_named("md")->write(what).bytes, "x.md");
}

}  // namespace

TEST_CASE("a printed document comes back with questions, points and examples", "[exchange]") {
  const auto document = written("md");
  const auto again = read_again("markdown", document.bytes, "x.md");
  REQUIRE(again.decks.size() == 1);
  const auto& items = again.decks[0].items;
  REQUIRE(items.size() == 6);
  CHECK(again.decks[0].title == "茶");
  CHECK(items[0].question == "茶有哪些优缺点？");
  CHECK(items[0].points.size() == 3);
  CHECK(items[0].points[0].group == "优点");
  CHECK(items[0].example == "`绿茶` <清香>");
  CHECK(items[0].hints == Texts{"想想作用"});
  CHECK(again.left_out.empty());
  CHECK(says(document, "clozes"));
  CHECK(says(document, "kind (short answers, choices and numbers become cards) of 2 items"));
}

TEST_CASE("a printed document does not tell by the order of options which are right",
          "[exchange]") {
  std::string yaml = "deck: zoo\nitems:\n";
  for (const auto* const question : {"Which are birds?", "Which fly not?", "Which lay eggs?",
                                     "Which sing?", "Which swim?", "Which hunt?"}) {
    yaml += "  - {question: \"" + std::string(question) +
            "\", choices: {correct: [sparrow, penguin], wrong: [bat, flying fish]}}\n";
  }
  const auto deck = deck::read_deck(yaml, "zoo.yaml");
  REQUIRE(deck.deck);
  const auto again = printed_and_read(*deck.deck);
  CHECK(again.left_out.empty());
  REQUIRE(again.decks.size() == 1);
  std::size_t first = 0;
  for (const auto& item : again.decks[0].items) {
    const auto& back = item.points.at(0).name;
    CAPTURE(item.question, back);
    const auto lines = std::count(back.begin(), back.end(), '\n') + 1;
    CHECK(lines == 2);
    for (const auto* const right : {"sparrow", "penguin"}) {
      const auto at = item.question.find(right);
      REQUIRE(at > 3);
      CHECK_THAT(back, Catch::Contains(item.question.substr(at - 3, 3) + right));
    }
    first += back.starts_with("A. ") && back.find("B. ") != std::string::npos ? 1U : 0U;
  }
  CHECK(first < again.decks[0].items.size());
  CHECK(items_of(printed_and_read(*deck.deck)) == items_of(again));
}

TEST_CASE("that a printed document of several decks is read as one is named", "[exchange]") {
  auto what = exportable();
  const auto* const to = exchange::export_format_named("md");
  CHECK_FALSE(says(to->write(what), "where a deck ends"));
  what.decks.push_back(what.decks[0]);
  CHECK(says(to->write(what), "where a deck ends (read again, they are one deck)"));
}

TEST_CASE("code in a printed document ends where it ended", "[exchange]") {
  const auto code = std::string("```python\nprint(1)\n```");
  const auto deck = deck::read_deck(
      "deck: py\nitems:\n"
      "  - {front: Print one, back: \"```python\\nprint(1)\\n```\"}\n"
      "  - {front: \"~~~\\nx = 2\\n~~~\", back: x is two, example: "
      "\"```python\\nprint(1)\\n```\"}\n"
      "  - {question: \"What comes last?\", answer: this}\n",
      "py.yaml");
  REQUIRE(deck.deck);
  const auto again = printed_and_read(*deck.deck);
  REQUIRE(again.decks.size() == 1);
  const auto& items = again.decks[0].items;
  REQUIRE(items.size() == 3);
  CHECK(items[0].points[0].name == code);
  CHECK(items[1].question == "~~~\nx = 2\n~~~");
  CHECK(items[1].example == code);
  CHECK(items[2].question == "What comes last?");
}

TEST_CASE("lists in questions and groups of points come back from a printed document",
          "[exchange]") {
  const auto deck = deck::read_deck(
      "deck: md\nitems:\n"
      "  - question: \"Which of these hold?\\n\\n- one\\n- two\"\n    points: [both, {point: one, "
      "group: Odd}]\n"
      "  - question: \"1. first\\n2. second\"\n    points: [{point: a, group: G}, {point: b, "
      "group: G}]\n"
      "  - question: Mixed?\n    points: [{point: a, group: G}, b, {point: c, group: H}, {point: "
      "d, group: G}, e]\n"
      "    explanation: \"Because:\\n\\n- it is\\n- so\"\n"
      "  - {front: \"- x\\n- y\", back: z}\n",
      "md.yaml");
  REQUIRE(deck.deck);
  const auto again = printed_and_read(*deck.deck);
  REQUIRE(again.decks.size() == 1);
  CHECK(again.left_out.empty());
  const auto& items = again.decks[0].items;
  REQUIRE(items.size() == deck.deck->items.size());
  for (std::size_t i = 0; i < items.size(); ++i) {
    const auto& before = deck.deck->items[i];
    CHECK(items[i].question == before.question);
    CHECK(items[i].explanation == before.explanation);
    REQUIRE(items[i].points.size() == before.points.size());
    for (std::size_t p = 0; p < before.points.size(); ++p) {
      CHECK(items[i].points[p].name == before.points[p].name);
      CHECK(items[i].points[p].group == before.points[p].group);
    }
  }
}
