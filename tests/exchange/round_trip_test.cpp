// Decks that go to Anki or into a table and come home.
#include <string>

#include <catch2/catch.hpp>

#include "exchange/anki_builder.h"
#include "exchange/sent_home.h"

using namespace pith;
using test::asked_by;
using test::deck_from;
using test::ids_of;
using test::printed_of;
using test::said;
using test::sent_home;
using test::Texts;

namespace {

exchange::Imported through_anki(const deck::Deck& deck) {
  return sent_home({deck}, "apkg", "anki");
}

Texts all_asked_by(const deck::Deck& deck) {
  Texts texts;
  for (const auto& item : deck.items) {
    texts.push_back(asked_by(item));
  }
  return texts;
}

}  // namespace

TEST_CASE("a deck comes home from Anki in one piece and in its order", "[exchange]") {
  const auto deck = deck_from(
      "deck: tea\ntitle: \"Tea::green\"\nitems:\n"
      "  - {id: zeta, question: \"Which?\", points: [one, two], tags: [\"a::b\"]}\n"
      "  - {id: anki-Gx9, front: from Anki, back: once}\n"
      "  - {id: boil, question: \"How hot?\", answer: hot}\n"
      "  - {id: gaps, cloze: \"{{tea}} has {{caffeine}}\"}\n"
      "  - {id: word, front: tea, back: 茶, reversed: true}\n"
      "  - {id: alpha, question: \"Last?\", choices: {correct: [right], wrong: [left]}}\n");
  const auto again = through_anki(deck);
  CHECK(said(again.left_out).empty());
  REQUIRE(again.decks.size() == 1);
  CHECK(again.decks[0].id == "tea");
  CHECK(again.decks[0].title == "Tea::green");
  CHECK(ids_of(again.decks[0]) == ids_of(deck));
  CHECK(again.decks[0].items[0].tags == Texts{"a::b"});
  CHECK(again.decks[0].items[1].tags.empty());
}

TEST_CASE("a deck without a title comes home from Anki without one", "[exchange]") {
  const auto again = through_anki(deck_from("deck: tea\nitems:\n  - {front: a, back: b}\n"));
  REQUIRE(again.decks.size() == 1);
  CHECK(again.decks[0].title.empty());
}

TEST_CASE("a deck comes home from Anki with its description", "[exchange]") {
  const auto deck = deck_from(
      "deck: tea\ntitle: Tea\ndescription: \"Leaves, **hot** <water> & more.\\n\\nTwice.\"\n"
      "items:\n  - {id: a, front: x, back: y}\n");
  CHECK(through_anki(deck).decks[0].description == deck.description);
}

TEST_CASE("notes that Anki has elsewhere now go home to their deck, with those around them",
          "[exchange]") {
  test::AnkiBuilder anki;
  anki.types = {{1, "pith card", false, {"Front", "Back"}, {{"{{Front}}", "{{Back}}"}}}};
  anki.decks = {{1, "Tea"}, {2, "Tea::late"}, {3, "Exam"}, {4, "Else"}};
  const auto add = [&](std::int64_t id, const std::string& guid, std::int64_t deck) {
    anki.notes.push_back({id, guid, 1, "", {"front " + std::to_string(id), "back"}});
    anki.cards.push_back({id, id, deck, 0});
  };
  add(1, "pith:tea/one", 1);
  add(2, "pith:tea/two", 2);
  add(3, "pith:tea/three", 3);
  add(4, "abc", 2);
  add(5, "def", 4);
  const auto read = exchange::import_format_named("anki")->read({"x.apkg", anki.package(false)});
  REQUIRE(read.decks.size() == 2);
  const auto& tea = read.decks[read.decks[0].id == "tea" ? 0U : 1U];
  CHECK(ids_of(tea) == Texts{"one", "two", "three", "anki-abc"});
  CHECK(tea.title == "Tea");
  CHECK(tea.items[0].tags.empty());
  CHECK(tea.items[1].tags == Texts{"late"});
  CHECK(tea.items[2].tags == Texts{"Exam"});
  CHECK(tea.items[3].tags == Texts{"late"});
}

TEST_CASE("examples and several hints come home from a table as what they were", "[exchange]") {
  const auto [to, from] =
      GENERATE(table<std::string, std::string>({{"csv", "csv"}, {"tsv", "csv"}}));
  CAPTURE(to);
  const auto deck = deck_from(
      "deck: asides\nitems:\n"
      "  - {front: both, back: x, explanation: \"why\\n\\nso\", example: \"one\\n\\n```c\\nint "
      "x;\\n```\", hints: [first, \"second\\nline\"]}\n"
      "  - {front: one, back: x, example: alone, hints: [\"only\\none\"]}\n"
      "  - {cloze: \"a {{gap}}\", explanation: why, example: such, hints: [h, i]}\n");
  const auto again = sent_home({deck}, to, from);
  CHECK(said(again.left_out).empty());
  REQUIRE(again.decks.size() == 1);
  REQUIRE(again.decks[0].items.size() == 3);
  for (std::size_t i = 0; i < 3; ++i) {
    CHECK(printed_of(again.decks[0].items[i]) == printed_of(deck.items[i]));
  }
}

TEST_CASE("hints of several lines come home from Anki as what they were", "[exchange]") {
  const auto deck = deck_from(
      "deck: asides\nitems:\n"
      "  - {front: a, back: x, hints: [first, \"second\\nline\", third]}\n"
      "  - {front: b, back: x, hints: [\"only\\n\\none\"]}\n"
      "  - {front: c, back: x, hints: [one, two]}\n");
  const auto again = through_anki(deck);
  REQUIRE(again.decks.size() == 1);
  REQUIRE(again.decks[0].items.size() == 3);
  for (std::size_t i = 0; i < 3; ++i) {
    CHECK(again.decks[0].items[i].hints == deck.items[i].hints);
  }
}

TEST_CASE("items of every kind ask the same when they come home", "[exchange]") {
  const auto [to, from] =
      GENERATE(table<std::string, std::string>({{"apkg", "anki"}, {"csv", "csv"}, {"tsv", "csv"}}));
  CAPTURE(to);
  const auto deck = deck_from(
      "deck: kinds\nitems:\n"
      "  - question: Which?\n    points:\n"
      "      - {point: core team, id: team, group: people}\n"
      "      - {point: own algorithms, detail: \"made, <not> bought -->\", group: \"means: "
      "some\"}\n"
      "      - {point: \"patents: filed\", id: ip}\n"
      "      - {point: \"**bold** one\"}\n"
      "  - {id: anki-Gx9, question: \"Was a card?\", points: [{point: now, detail: a list}, of "
      "points]}\n"
      "  - {question: \"Of what?\", choices: {correct: [\"a > b\", two], wrong: [\"C. three\"]}}\n"
      "  - {question: \"A. letter?\\nB. more\", choices: {correct: [\"1\"], wrong: [\"2\"]}}\n"
      "  - {question: \"How many?\", answer: 42, tolerance: 0.5}\n"
      "  - {question: \"How far?\", answer: -1.5}\n"
      "  - {question: \"As a text?\", answer: \"42\"}\n"
      "  - {front: \"A list?\", back: \"- one\\n- two\"}\n"
      "  - {front: \"A list too?\", back: \"- one\", reversed: true}\n"
      "  - {front: \"Letters?\\nA. x\\nB. y\", back: x}\n"
      "  - {cloze: \"{{c1::tea}} has {{c2::caffeine::c…}}\"}\n");
  const auto again = sent_home({deck}, to, from);
  CHECK(said(again.left_out).empty());
  REQUIRE(again.decks.size() == 1);
  CHECK(all_asked_by(again.decks[0]) == all_asked_by(deck));
}

TEST_CASE("points that are only signs keep their ids", "[exchange]") {
  const auto [to, from] =
      GENERATE(table<std::string, std::string>({{"apkg", "anki"}, {"csv", "csv"}, {"tsv", "csv"}}));
  CAPTURE(to);
  const auto deck = deck_from(
      "deck: signs\nitems:\n"
      "  - question: Which?\n    points:\n"
      "      - {point: \"&&\", id: and, detail: both sides must hold}\n"
      "      - {point: \"--\", id: less}\n"
      "      - {point: \"!\", id: not}\n"
      "      - {point: \"%\", id: rest}\n"
      "      - {point: \"*\", id: times}\n"
      "      - {point: \"…\", id: dots, detail: \"and so on\"}\n"
      "      - {point: \"( )\", id: call}\n"
      "      - {point: \"->\", id: arrow}\n"
      "      - red\n");
  const auto again = sent_home({deck}, to, from);
  REQUIRE(again.decks.size() == 1);
  CHECK(all_asked_by(again.decks[0]) == all_asked_by(deck));
}

TEST_CASE("bold in a point's name goes rather than the name, its detail and its id", "[exchange]") {
  const auto [to, from] = GENERATE(table<std::string, std::string>(
      {{"apkg", "anki"}, {"csv", "csv"}, {"tsv", "csv"}, {"md", "markdown"}}));
  CAPTURE(to);
  const auto written = [](const std::string& bold) {
    return deck_from(
        "deck: bold\nitems:\n"
        "  - id: anki-Gx9\n    question: Which?\n    points:\n"
        "      - {point: \"" +
        bold + "bold" + bold +
        "\", detail: \"Answer: yes\"}\n"
        "      - {point: \"" +
        bold + "all" + bold +
        "\"}\n"
        "      - {point: \"a name of more characters than a " +
        bold + "plain" + bold + " one may have\", detail: such}\n");
  };
  const auto again = sent_home({written("**")}, to, from);
  REQUIRE(again.decks.size() == 1);
  REQUIRE(again.decks[0].items.size() == 1);
  auto plain = written("").items[0];
  plain.id = again.decks[0].items[0].id;
  CHECK(asked_by(again.decks[0].items[0]) == asked_by(plain));
}
