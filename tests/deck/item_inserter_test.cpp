#include "deck/editing/item_inserter.h"

#include <catch2/catch.hpp>
#include <rapidcheck.h>
#include <rapidcheck/catch.h>

#include "base/error.h"
#include "deck/editing/layout.h"
#include "deck/reading/reader.h"
#include "support/messy_deck.h"

using namespace pith;
using deck::with_new_item;

TEST_CASE("a new item stands behind the last one, laid out as they are", "[deck]") {
  const auto [before, after] = GENERATE(table<std::string, std::string>({
      {"items: []\n", "items:\n  - front: f\n    back: b\n"},
      {"deck: x\nitems: [ ]  # none yet\ntags: [a]\n",
       "deck: x\nitems:  # none yet\n  - front: f\n    back: b\ntags: [a]\n"},
      {"items:\n- cloze: '{{a}}'\n\n- cloze: '{{b}}'\n\n\n",
       "items:\n- cloze: '{{a}}'\n\n- cloze: '{{b}}'\n\n- front: f\n  back: b\n"},
      {"items:\n  - cloze: '{{a}}'\n  - cloze: '{{b}}'",
       "items:\n  - cloze: '{{a}}'\n  - cloze: '{{b}}'\n  - front: f\n    back: b\n"},
      {"items:\n  - cloze: '{{a}}'\n  - cloze: '{{b}}'  # b\n\n# my tags\ntags: [a]\n",
       "items:\n  - cloze: '{{a}}'\n  - cloze: '{{b}}'  # b\n  - front: f\n    back: b\n\n"
       "# my tags\ntags: [a]\n"},
      {"\xEF\xBB\xBFitems:\r\n  - cloze: '{{a}}'\r\n",
       "\xEF\xBB\xBFitems:\r\n  - cloze: '{{a}}'\r\n\r\n  - front: f\r\n    back: b\r\n"},
  }));

  const auto inserted = with_new_item(before, "front: f\nback: b\n");

  CHECK(inserted.text == after);
  const auto read = deck::read_deck(inserted.text, "x.yaml");
  REQUIRE(read.deck);
  CHECK(read.deck->items.back().at.line == inserted.line);
}

TEST_CASE("items in brackets and what is no deck are left to their author", "[deck]") {
  CHECK_THROWS_AS(with_new_item("items: [{front: f, back: b}]\n", "front: g\nback: b\n"),
                  InvalidInput);
  CHECK_THROWS_AS(with_new_item("{items: []}\n", "front: g\nback: b\n"), InvalidInput);
  CHECK_THROWS_AS(with_new_item("items: [", "front: g\nback: b\n"), InvalidInput);
}

TEST_CASE("any deck has one item more afterwards, and the others as before", "[deck]") {
  rc::prop("with_new_item", [] {
    const auto before = *test::gen_messy_deck();
    const auto old_deck = deck::read_deck(before, "x.yaml").deck;
    RC_PRE(old_deck.has_value());

    const auto inserted = with_new_item(before, "front: f\nback: b\n");

    const auto deck = deck::read_deck(inserted.text, "x.yaml").deck;
    RC_ASSERT(deck.has_value());
    RC_ASSERT(deck->items.size() == old_deck->items.size() + 1);
    for (std::size_t i = 0; i < old_deck->items.size(); ++i) {
      RC_ASSERT(deck->items[i].question == old_deck->items[i].question);
      RC_ASSERT(deck->items[i].explanation == old_deck->items[i].explanation);
    }
    RC_ASSERT(deck->items.back().question == "f");
    RC_ASSERT(deck->items.back().at.line == inserted.line);
  });
}
