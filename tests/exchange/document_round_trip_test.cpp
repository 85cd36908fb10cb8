// Decks that are printed as documents and read again.
#include <string>
#include <vector>

#include <catch2/catch.hpp>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <rapidcheck.h>
#include <rapidcheck/catch.h>

#include "base/trim.h"
#include "deck/identity.h"
#include "exchange/item_kinds.h"
#include "exchange/sent_home.h"
#include "exchange/shelf.h"
#include "text/normalise.h"

using namespace pith;
using test::asked_by;
using test::deck_from;
using test::ids_of;
using test::items_of;
using test::printed_of;
using test::said;
using test::sent_home;
using test::Texts;

namespace {

exchange::Imported printed(const deck::Deck& deck) {
  return sent_home({deck}, "md", "markdown");
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
