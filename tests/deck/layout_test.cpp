#include "deck/editing/layout.h"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include <catch2/catch.hpp>
#include <rapidcheck.h>
#include <rapidcheck/catch.h>

#include "base/error.h"
#include "deck/editing/id_writer.h"
#include "deck/index/compiled.h"
#include "deck/reading/reader.h"
#include "support/messy_deck.h"

using namespace pith;
using Catch::Matchers::Contains;
using deck::laid_out;

namespace {

/// All that a deck says, places aside; equal iff everything is equal.
std::string content_of(const std::string& text, bool ids_given = false) {
  auto read = deck::read_deck(text, "x.yaml");
  REQUIRE(read.deck);
  read.diagnostics.clear();
  read.deck->at = {};
  for (auto& item : read.deck->items) {
    item.at = {};
    item.id_given = item.id_given || ids_given;
    for (auto& point : item.points) {
      point.at = {};
    }
    for (auto& sample : item.samples) {
      sample.at = {};
    }
  }
  return deck::compiled(read);
}

std::vector<std::string> shipped_decks() {
  std::vector<std::string> texts;
  for (const auto& entry : std::filesystem::directory_iterator(PITH_SOURCE_DIR "/content")) {
    if (entry.path().extension() == ".yaml") {
      std::ifstream file(entry.path(), std::ios::binary);
      texts.emplace_back(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
    }
  }
  return texts;
}

}  // namespace

TEST_CASE("indentation and spaces become canonical; comments and line breaks stay", "[deck]") {
  const auto [before, after] = GENERATE(table<std::string, std::string>({
      {"items:\n- question:   q\n  points:\n  - a\n  -   b :  c\n",
       "items:\n  - question: q\n    points:\n      - a\n      - b: c\n"},
      {"items:\n    -   question: q\n        answer: [ a,b ,\n                  c ]  # why\n",
       "items:\n  - question: q\n    answer: [a, b,\n              c]  # why\n"},
      {"items:\n  - {question: q,answer: a }\n", "items:\n  - {question: q, answer: a}\n"},
      {"\n\nitems:   \n\n\n  - cloze: 'x {{y}}'\n\n\n\n", "items:\n\n  - cloze: 'x {{y}}'\n"},
      {"items:\n      # above\n      - front: f\n        back: b\n        # below\n      - front: "
       "g\n"
       "        back: |\n             1\n\n               2\n\n        # last\n",
       "items:\n  # above\n  - front: f\n    back: b\n    # below\n  - front: g\n"
       "    back: |\n      1\n\n        2\n\n    # last\n"},
      {"items:\n-\n    question: q\n    answer: >2\n       a\n",
       "items:\n  -\n    question: q\n    answer: >2\n       a\n"},
      {"items:\n- question: one\n   two\n\n   three\n  answer: \"a\n b\"\n",
       "items:\n  - question: one\n     two\n\n     three\n    answer: \"a\n     b\"\n"},
      {"items:\n- question:\n        far\n  answer: a",
       "items:\n  - question:\n      far\n    answer: a\n"},
      {"---\n{\"items\":[{\"front\":\"f\",\"back\":\"b\"}]}\n",
       "---\n{\"items\": [{\"front\": \"f\", \"back\": \"b\"}]}\n"},
      {"\xEF\xBB\xBFitems:\r\n- front: f\r\n  back: b\r\n",
       "\xEF\xBB\xBFitems:\r\n  - front: f\r\n    back: b\r\n"},
  }));

  CHECK(laid_out(before) == after);
  CHECK(laid_out(after) == after);
  CHECK(content_of(after) == content_of(before));
}

TEST_CASE("a text keeps the white space that belongs to it", "[deck]") {
  const auto text = GENERATE(as<std::string>{}, "|+\n      a  \n\n\n", "\"a\\ \n      b\"\n",
                             "|\n      a  \n         b\n", "'a\n\n\n      b'\n");
  const auto before = "items:\n  - question: q\n    answer: " + text + "    explanation: e\n";
  CAPTURE(before);

  CHECK(laid_out(before) == before);
}

TEST_CASE("a file that ends without a line break gets one", "[deck]") {
  const std::string deck = "deck: d\nitems:\n- question: What?\n  answer: |\n    so\n    and so";
  CHECK(deck::laid_out(deck) ==
        "deck: d\nitems:\n  - question: What?\n    answer: |\n      so\n      and so\n");
}

TEST_CASE("what pith does not lay out is refused with its line", "[deck]") {
  const auto [text, why] = GENERATE(table<std::string, std::string>({
      {"items:\n  - question: &q x\n    answer: a\n", "line 2: here stands an anchor"},
      {"items:\n  - question: &q x\n    answer: *q\n", "line 2: here stands an anchor"},
      {"items:\n  - ? question\n    : x\n    answer: a\n", "line 2"},
      {"items: [", "the deck cannot be read"},
      {"", "the deck cannot be read"},
  }));
  CAPTURE(text);
  CHECK_THROWS_AS(laid_out(text), InvalidInput);
  CHECK_THROWS_WITH(laid_out(text), Contains(why));
}

TEST_CASE("any deck reads as before when it is laid out, and then stays as it is", "[deck]") {
  rc::prop("laid_out", [] {
    const auto before = *test::gen_messy_deck();
    RC_PRE(deck::read_deck(before, "x.yaml").deck.has_value());

    const auto after = laid_out(before);

    RC_ASSERT(content_of(after) == content_of(before));
    RC_ASSERT(laid_out(after) == after);
  });
}

TEST_CASE("any deck reads as before when its ids are written, and then has them all", "[deck]") {
  rc::prop("with_item_ids", [] {
    const auto before = *test::gen_messy_deck();
    RC_PRE(deck::read_deck(before, "x.yaml").deck.has_value());

    const auto after = deck::with_item_ids(before);

    RC_ASSERT(content_of(after) == content_of(before, true));
    RC_ASSERT(deck::with_item_ids(after) == after);
  });
}

TEST_CASE("the shipped decks are laid out already", "[deck]") {
  const auto decks = shipped_decks();
  REQUIRE(decks.size() >= 4);
  for (const auto& text : decks) {
    CHECK(laid_out(text) == text);
    CHECK(content_of(deck::with_item_ids(text)) == content_of(text, true));
  }
}

TEST_CASE("ids are written where an item begins, whatever its kind", "[deck]") {
  CHECK(deck::with_item_ids("items:\n  # one\n  - front: f\n    back: b\n    reversed: true\n"
                            "  - {id: x, question: q, answer: a}\n  - { cloze: 'a {{b}}' }\n") ==
        "items:\n  # one\n  - id: q-euxrbsbwcd\n    front: f\n    back: b\n    reversed: true\n"
        "  - {id: x, question: q, answer: a}\n  - {id: q-7ohcb7bojq,  cloze: 'a {{b}}' }\n");
}
