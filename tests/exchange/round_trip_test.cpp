// Decks that go to another program and come home.
#include <string>
#include <vector>

#include <catch2/catch.hpp>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <rapidcheck.h>
#include <rapidcheck/catch.h>

#include "base/trim.h"
#include "deck/identity.h"
#include "deck/reading/reader.h"
#include "exchange/anki_builder.h"
#include "exchange/exported.h"
#include "exchange/formats.h"
#include "exchange/item_kinds.h"
#include "exchange/results.h"
#include "exchange/shelf.h"
#include "text/normalise.h"

using namespace pith;
using test::items_of;
using test::said;
using test::Texts;

namespace {

deck::Deck deck_from(const std::string& yaml) {
  auto read = deck::read_deck(yaml, "deck.yaml");
  INFO((read.diagnostics.empty() ? "" : read.diagnostics[0].message));
  REQUIRE(read.deck);
  return *read.deck;
}

/// Decks exported and imported, without a history.
exchange::Imported sent_home(const std::vector<deck::Deck>& decks, std::string_view to,
                             std::string_view from) {
  exchange::Exportable what;
  what.decks = decks;
  what.answers = [](const deck::Item&) { return std::vector<history::LoggedAnswer>(); };
  what.state = [](const deck::Item&) { return std::nullopt; };
  what.picture = [](const deck::Deck&, std::string_view) { return std::nullopt; };
  what.now = memory::Instant{std::chrono::milliseconds(1'764'000'000'000)};
  const auto bytes = exchange::export_format_named(to)->write(what).bytes;
  return exchange::import_format_named(from)->read({"x." + std::string(to), bytes});
}

exchange::Imported printed(const deck::Deck& deck) {
  return sent_home({deck}, "md", "markdown");
}

exchange::Imported through_anki(const deck::Deck& deck) {
  return sent_home({deck}, "apkg", "anki");
}

Texts ids_of(const deck::Deck& deck) {
  Texts ids;
  for (const auto& item : deck.items) {
    ids.push_back(item.id);
  }
  return ids;
}

/// What an item asks: its kind, and its points under their ids.
std::string asked_by(const deck::Item& item) {
  auto text = item.id + " " + std::string(deck::name_of(item.kind)) + " " + item.question;
  for (const auto& point : item.points) {
    text += " | " + point.id + "=" + point.group + "/" + point.name + "/" + point.detail;
  }
  for (const auto& choice : item.choices) {
    text += (choice.correct ? " +" : " -") + choice.text;
  }
  return text + (item.number ? " ±" + std::to_string(item.number->tolerance) : "");
}

Texts all_asked_by(const deck::Deck& deck) {
  Texts texts;
  for (const auto& item : deck.items) {
    texts.push_back(asked_by(item));
  }
  return texts;
}

/// All that a printed document holds of an item.
std::string printed_of(const deck::Item& item) {
  auto text = item.question;
  for (const auto& point : item.points) {
    text += "\n* [" + point.group + "] " + point.name + ": " + point.detail;
    text += item.kind == deck::Kind::points ? " = " + point.id : "";
  }
  text += "\n= " + item.example + "\n= " + item.explanation;
  for (const auto& hint : item.hints) {
    text += "\n? " + hint;
  }
  return text;
}

/// Lines as people write them into a deck, with what means something in a document.
rc::Gen<std::string> gen_lines() {
  const Texts lines = {"tea",
                       "茶叶，",
                       "a leaf <!-- pith: id ip -->",
                       "one two",
                       "- entry",
                       "- other",
                       "3. third",
                       "4. next",
                       "1) first",
                       "* star",
                       "```\ncode\n\n- x\n```",
                       "> quoted",
                       "```\nopen\n``` x",
                       "| a | b |",
                       "---",
                       "# head",
                       "Answer: no",
                       "题目：有",
                       "",
                       "so:",
                       "分为：",
                       "1、一",
                       "**bold:** text",
                       "  - inner",
                       "<!-- -->",
                       "    indented",
                       "a\\",
                       "**all**",
                       "a &amp; b <br> &lt;c",
                       "`&lt;` <b>x</b> $a &lt; b$",
                       "Which?"};
  return rc::gen::map(rc::gen::resize(6, rc::gen::container<Texts>(rc::gen::elementOf(lines))),
                      [](const Texts& all) {
                        std::string text;
                        for (const auto& line : all) {
                          text += line + "\n";
                        }
                        return std::string(base::trimmed(text));
                      });
}

rc::Gen<std::string> gen_some_lines() {
  return rc::gen::map(gen_lines(), [](std::string text) { return text.empty() ? "x" : text; });
}

deck::Item gen_item() {
  deck::Item item;
  item.question = *gen_some_lines();
  if (*rc::gen::arbitrary<bool>()) {
    item = exchange::card_item(item.question, *gen_some_lines());
  } else {
    std::string group;
    for (int i = *rc::gen::inRange(1, 4); i > 0; --i) {
      group = *rc::gen::elementOf(Texts{group, "means", "", "目的", "what they are", "主要"});
      deck::Point point;
      point.name = *rc::gen::elementOf(Texts{"core", "own: data", "**bold** one", "茶叶"});
      point.name += std::to_string(i);
      const auto own = "own" + std::to_string(i);
      point.id = *rc::gen::elementOf(Texts{own, text::identity_of(point.name)});
      point.detail = *gen_lines();
      point.group = group;
      item.points.push_back(point);
    }
  }
  item.example = *gen_lines();
  item.explanation = *gen_lines();
  for (int i = *rc::gen::inRange(0, 3); i > 0; --i) {
    item.hints.push_back(*gen_some_lines());
  }
  return item;
}

}  // namespace

TEST_CASE("line breaks, numbers of lists and cards with lists come back from a printed document",
          "[exchange]") {
  const auto deck = deck_from(
      "deck: md\ndescription: \"Of:\\n\\n- tea\"\nitems:\n"
      "  - question: \"Which\\nof these?\"\n"
      "    points: [{point: a, detail: \"one\\ntwo\"}, {point: b, detail: \"x:\\n\\n3. y\"}, c]\n"
      "    example: \"first\\n\\nsecond\"\n"
      "  - {front: \"Count on\", back: \"3. three\\n4. four\"}\n"
      "  - {front: Two, back: \"- one\\n- two\\n\\nNo more:\"}\n");
  const auto again = printed(deck);
  CHECK(said(again.left_out).empty());
  REQUIRE(again.decks.size() == 1);
  CHECK(again.decks[0].description == deck.description);
  REQUIRE(again.decks[0].items.size() == 3);
  for (std::size_t i = 0; i < 3; ++i) {
    CHECK(printed_of(again.decks[0].items[i]) == printed_of(deck.items[i]));
  }
}

TEST_CASE("any deck comes back from a printed document", "[exchange]") {
  rc::prop("as it was", [] {
    deck::Deck deck;
    deck.id = "x";
    deck.items = {gen_item(), gen_item()};
    deck.items[1].question = "Two:\n\n" + deck.items[1].question;
    const auto again = printed(deck);
    RC_ASSERT(again.decks.size() == 1U);
    RC_ASSERT(again.decks[0].items.size() == 2U);
    for (std::size_t i = 0; i < 2; ++i) {
      RC_ASSERT(printed_of(again.decks[0].items[i]) == printed_of(deck.items[i]));
    }
  });
}

TEST_CASE("any decks in one printed document come back as one", "[exchange]") {
  rc::prop("with the items of all and nothing else", [] {
    std::vector<deck::Deck> decks;
    Texts items;
    Texts described;
    for (int i = *rc::gen::inRange(2, 5); i > 0; --i) {
      auto& deck = decks.emplace_back();
      deck.id = "x" + std::to_string(i);
      deck.title = *rc::gen::elementOf(Texts{"", "Tea", "什么是茶？", "Which?", "Answer",
                                             "Question: tea", "3. Tea", "**Tea**", "问题", "C #",
                                             "a\\", "`a", "<b>x</b> &lt;"});
      deck.description = *gen_lines();
      deck.items = {gen_item()};
      deck.items[0].question = "Of " + deck.id + ":\n\n" + deck.items[0].question;
      items.push_back(printed_of(deck.items[0]));
      if (!deck.description.empty()) {
        described.push_back(deck.description);
      }
    }
    const auto again = sent_home(decks, "md", "markdown");
    RC_ASSERT(said(again.left_out).empty());
    RC_ASSERT(again.decks.size() == 1U);
    const auto& first = decks[0];
    RC_ASSERT(again.decks[0].title == (first.title.empty() ? first.id : first.title));
    RC_ASSERT(again.decks[0].description == fmt::format("{}", fmt::join(described, "\n\n")));
    Texts returned;
    for (const auto& item : again.decks[0].items) {
      returned.push_back(printed_of(item));
    }
    RC_ASSERT(returned == items);
  });
}

TEST_CASE("the title of a printed deck is none of its questions", "[exchange]") {
  const auto* const title =
      GENERATE("Answer", "Question: What is tea?", "3. Tea", "问题", "**Tea**", "C #");
  auto deck = deck_from("deck: tea\ndescription: All of it.\nitems:\n  - {front: a, back: b}\n");
  deck.title = title;
  const auto again = printed(deck);
  REQUIRE(again.decks.size() == 1);
  CHECK(items_of(again) == Texts{"a | b"});
  CHECK(again.decks[0].title == title);
  CHECK(again.decks[0].description == "All of it.");
}

TEST_CASE("ids come back from a printed document", "[exchange]") {
  const auto deck = deck_from(
      "deck: moat\nitems:\n"
      "  - id: technical-moat\n    question: \"How?\"\n    points:\n"
      "      - {point: 核心团队, detail: 稳定的, id: team}\n"
      "      - {point: patents, id: ip, detail: \"Of two:\\n\\n- filed\\n- granted\"}\n"
      "      - {point: licences, id: lic, detail: \"Of one line\\nor two\", group: means}\n"
      "      - {point: C++, id: c++}\n"
      "      - plain\n"
      "  - {id: saas, front: SaaS, back: Software, reversed: true}\n"
      "  - {id: gaps, cloze: \"{{tea}} has {{caffeine}}\"}\n"
      "  - {question: \"Unnamed?\", points: [{point: one, id: first}, two]}\n");
  const auto again = printed(deck);
  REQUIRE(again.decks.size() == 1);
  REQUIRE(ids_of(again.decks[0]) == ids_of(deck));
  for (const std::size_t i : {0U, 4U}) {
    CHECK(asked_by(again.decks[0].items[i]) == asked_by(deck.items[i]));
    CHECK(printed_of(again.decks[0].items[i]) == printed_of(deck.items[i]));
  }
}

TEST_CASE("an id stands in a document where nobody sees it, and only where it must", "[exchange]") {
  exchange::Exportable what;
  what.decks = {
      deck_from("deck: d\nitems:\n"
                "  - {question: \"How?\", points: [one, {point: two, detail: or more, id: "
                "second}]}\n"
                "  - {id: other, question: \"Why?\", points: [so]}\n")};
  const auto document = exchange::export_format_named("md")->write(what);
  CHECK(document.bytes ==
        "# d\n\n### 1.\n\n**Question:** How?\n\n**Answer:**\n\n- **one**\n"
        "- **two:** or more <!-- pith: id second -->\n\n"
        "### 2. <!-- pith: id other -->\n\n**Question:** Why?\n\n**Answer:**\n\n- **so**\n\n");
}

TEST_CASE("what a deck's texts say of ids is text, and no id ends a comment", "[exchange]") {
  const auto deck = deck_from(
      "deck: d\nitems:\n"
      "  - question: \"How? <!-- pith: id stolen -->\"\n    points:\n"
      "      - {point: one, detail: \"of <!-- pith: id two -->\"}\n"
      "      - {point: two, id: second, detail: \"or <!-- pith: id one --> <!-- pith: id x -->\"}\n"
      "      - {point: three, detail: \"<!-- pith: id one -->\"}\n"
      "      - {point: \"four <!-- pith: id one -->\", id: a--b}\n"
      "      - {point: five, id: c--d, detail: x}\n");
  exchange::Exportable what;
  what.decks = {deck};
  const auto document = exchange::export_format_named("md")->write(what);
  CHECK(document.bytes.find("a--b") == std::string::npos);
  CHECK(std::ranges::find(document.losses, "ids with two hyphens in a row") !=
        document.losses.end());
  const auto again = printed(deck);
  REQUIRE(again.decks.size() == 1);
  const auto& item = again.decks[0].items[0];
  CHECK(item.question == deck.items[0].question);
  REQUIRE(item.points.size() == 5);
  for (std::size_t i = 0; i < 3; ++i) {
    CHECK(item.points[i].id == deck.items[0].points[i].id);
    CHECK(item.points[i].detail == deck.items[0].points[i].detail);
  }
  CHECK(item.points[4].id == "five");
}

TEST_CASE("an id in a document that is no id, or taken, names nothing twice", "[exchange]") {
  const std::string document =
      "## What is tea? <!-- pith: id tea -->\n\n"
      "- a drink <!-- pith: id a -->\n- a leaf <!-- pith: id a -->\n"
      "- a habit <!-- pith: id b c -->\n\n"
      "## What is milk? <!-- pith: id tea -->\n\n- white <!-- pith: id -->\n";
  const auto read = exchange::import_format_named("markdown")->read({"x.md", document});
  REQUIRE(read.decks.size() == 1);
  CHECK(ids_of(read.decks[0]) == Texts{"tea", "tea-2"});
  const auto& tea = read.decks[0].items[0];
  CHECK(tea.question == "What is tea?");
  CHECK(tea.points[0].id == "a");
  CHECK(tea.points[1].id == "a-2");
  CHECK(tea.points[2].id == text::identity_of(tea.points[2].name));
}

TEST_CASE("the id of a heading that is no question is not that of the next question",
          "[exchange]") {
  const std::string document =
      "# Greek\n\n## Part one <!-- pith: id part -->\n\nThe first letters.\n\n"
      "**Question:** What is alpha?\n\n**Answer:** a letter\n\n"
      "### 2. <!-- pith: id second -->\n\n**Question:** What is beta?\n\n**Answer:** a letter\n";
  const auto read = exchange::import_format_named("markdown")->read({"x.md", document});
  REQUIRE(read.decks.size() == 1);
  CHECK(ids_of(read.decks[0]) == Texts{deck::id_of_question("What is alpha?"), "second"});
}

TEST_CASE("an id that a document tells is not taken by a point beside it", "[exchange]") {
  const auto deck = deck_from(
      "deck: d\nitems:\n  - question: \"How?\"\n    points:\n"
      "      - {point: foo, id: p--q}\n      - {point: bar, id: foo}\n");
  const auto again = printed(deck);
  REQUIRE(again.decks.size() == 1);
  const auto& points = again.decks[0].items[0].points;
  REQUIRE(points.size() == 2);
  CHECK(points[0].id == "foo-2");
  CHECK(points[1].id == "foo");
}

TEST_CASE("lists in a document keep the numbers they begin with", "[exchange]") {
  const std::string document = "Question: Which?\n\n3. third\n4. next\n\nAnswer: both\n";
  const auto read = exchange::import_format_named("markdown")->read({"x.md", document});
  REQUIRE(read.decks.size() == 1);
  CHECK(read.decks[0].items[0].question == "Which?\n\n3. third\n4. next");
}

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
