#include "exchange/tables/table_import.h"

#include <string>

#include <catch2/catch.hpp>
#include <rapidcheck.h>
#include <rapidcheck/catch.h>

#include "deck/editing/deck_writer.h"
#include "deck/reading/reader.h"
#include "exchange/results.h"
#include "exchange/tables/delimited.h"
#include "support/text_generators.h"

using namespace pith;
using test::items_of;
using test::said;
using test::Texts;

namespace {

exchange::Imported read(const std::string& text, const std::string& name = "cards.csv") {
  return exchange::read_table({name, text});
}

}  // namespace

TEST_CASE("tables of many programs become cards", "[exchange]") {
  const auto [text, items] = GENERATE(table<std::string, Texts>({
      {"front,back\na,1\nb,2\n", {"a | 1", "b | 2"}},
      {"a\t1\nb\t2\n", {"a | 1", "b | 2"}},                     // Quizlet
      {"a;1\nb;2, 3\n", {"a | 1", "b | 2, 3"}},                 // a spreadsheet in Europe
      {"sep=;\nfront;back\na,b,c;1,2,3\n", {"a,b,c | 1,2,3"}},  // Excel
      {"Term,Definition,Tags\na,1,x y\n", {"a | 1"}},           //
      {"单词,释义\n茶,tea\n", {"茶 | tea"}},                    //
      {"a,\"1, \"\"one\"\"\nand more\"\n", {"a | 1, \"one\"\nand more"}},
      {"\"say \"hi\" now\",1\n\"问\"答\",\"2\"\n", {"say \"hi\" now | 1", "问\"答 | 2"}},
      {"#separator:，\n茶，绿,tea\n", {"茶，绿 | tea"}},
      {"answer,question\n1,a\n", {"a | 1"}},
      {"\xEF\xBB\xBF"
       "a,1\r\nb,2\r\n",
       {"a | 1", "b | 2"}},
      {"#separator:tab\n#html:true\n#tags column:3\na<br>b\t<b>1</b>\tx\n", {"a\nb | **1**"}},
      {"#separator:Semicolon\n#columns:Back;Front\n1;a\n", {"a | 1"}},
      {"#separator: ;\na;1, 2\n", {"a | 1, 2"}},
      {"#separator: \na 1\n", {"a | 1"}},
      {"#separator:tab\n#notetype:Cloze\n{{c1::x}} y\textra\n", {"[…] y | x"}},
      {"name {{c1::x::hint}},extra\n", {"name [hint] | x"}},  // Mochi
  }));
  CAPTURE(text);
  const auto result = read(text);
  CHECK(items_of(result) == items);
  CHECK(said(result.left_out).empty());
  CHECK(said(result.changed).empty());
}

TEST_CASE("a table that is not called one says how it was read", "[exchange]") {
  const auto result = read("茶;tea, 茶叶\n水;water, 水\n", "a.txt");
  CHECK(items_of(result) == Texts{"茶 | tea, 茶叶", "水 | water, 水"});
  CHECK(said(result.changed) == Texts{"the file: read as a table, its columns parted by ';'"});
  CHECK(said(read("#separator:;\na;b\n", "a.txt").changed).empty());
}

TEST_CASE("a back that is a picture without a name is not called empty in a table", "[exchange]") {
  const auto result = read(
      "#separator:tab\n#html:true\nleaf\t<img src=\"\"a.png\"\">\nroot\t\nstem\t<img src=a.png>\n");
  CHECK(items_of(result) == Texts{"stem | ![](a.png)"});
  CHECK(said(result.left_out) == Texts{"3: the back is only a picture without a file name: leaf",
                                       "4: the back is empty: root"});
}

TEST_CASE("a note type tells which way a note is asked, and whether it is typed", "[exchange]") {
  const auto result = read(
      "#separator:tab\n#html:true\n#notetype column:1\n"
      "Basic (and reversed card)\tSYN\tsynchronize\n"
      "Basic (type in the answer)\tport of ssh\t22\n"
      "Basic (type in the answer)\tsteps of tea\tboil<br>pour\n"
      "Basic\ta\tb\n");
  REQUIRE(result.decks.size() == 1);
  const auto& items = result.decks[0].items;
  CHECK(items_of(result) == Texts{"SYN | synchronize", "synchronize | SYN", "port of ssh | 22",
                                  "steps of tea | boil\npour", "a | b"});
  CHECK(items[1].id == items[0].id + "-reversed");
  CHECK_THAT(deck::write_deck(result.decks[0]), Catch::Matchers::Contains("reversed: true"));
  CHECK(items[2].kind == deck::Kind::short_answer);
  CHECK(items[3].kind == deck::Kind::card);
}

TEST_CASE("a short list that answers a question in a table is its key points", "[exchange]") {
  const auto [row, item] = GENERATE(table<std::string, std::string>({
      {"\"Which?\",\"- one\n- **two:** second\"", "Which? | one | two: second"},
      {"哪些？,\"1、一\n2、二\"", "哪些？ | 一 | 二"},
      {"Which?,<ul><li>one</li><li>two</li></ul>", "Which? | one | two"},
      {"Which?,<ol><li>one</li><li>two</li></ol>", "Which? | one | two"},
      // cards
      {"Which?,- one", "Which? | - one"},
      {"a term,\"- one\n- two\"", "a term | - one\n- two"},
      {"Which?,\"These:\n- one\n- two\"", "Which? | These:\n- one\n- two"},
      {"Which?,\"- one\n  - two\"", "Which? | - one\n  - two"},
  }));
  CAPTURE(row);
  CHECK(items_of(read(row + "\n")) == Texts{item});
}

TEST_CASE("a list on a note that Anki wrote stays a card", "[exchange]") {
  CHECK(items_of(read("#separator:tab\n#html:true\n#guid column:1\n"
                      "k7\tWhich?\t<ul><li>one</li><li>two</li></ul>\n")) ==
        Texts{"Which? | - one\n- two"});
}

TEST_CASE("Anki's columns give ids, tags, and an explanation from what is left", "[exchange]") {
  const auto result = read(
      "#separator:tab\n#html:false\n#guid column:1\n#notetype column:2\n#deck column:3\n"
      "#tags column:6\n#columns:GUID\tNotetype\tDeck\tFront\tBack\tTags\tSource\n"
      "k{7\tBasic\tA::B\ta\t1\tx y\tbook\npith:d/item-1\tBasic\tA\tb\t- one\n");
  REQUIRE(result.decks.size() == 1);
  const auto& items = result.decks[0].items;
  REQUIRE(items.size() == 2);
  CHECK(items[0].id == "anki-k-7b7");
  CHECK(items[0].tags == Texts{"A::B", "x", "y"});
  CHECK(items[0].explanation == "Source: book");
  CHECK(items[1].id == "item-1");
  CHECK(items[1].kind == deck::Kind::points);
}

TEST_CASE("untidy rows are taken sensibly or named with their line", "[exchange]") {
  const auto result = read(
      "a,1\n"
      "alone\n"
      "c,\"never closed\n"
      "d,4\n"
      "\n"
      ",empty front\n"
      "a,1\n"
      "a,other\n"
      "e\x07,5,and,more\n"
      "# a remark\n");
  CHECK(items_of(result) == Texts{"a | 1", "c | \"never closed", "d | 4", "a | other", "e | 5"});
  CHECK(said(result.left_out) ==
        Texts{"2: a row with one field, where a front and a back were expected: alone",
              "6: the front is empty", "7: it is there already: a", "10: a comment: # a remark"});
  CHECK(said(result.changed) == Texts{"9: control characters were dropped",
                                      "3: a quotation mark is never closed; taken as typed: c"});
  CHECK(result.decks[0].items[4].explanation == "and\n\nmore");
}

TEST_CASE("a quotation mark without a partner cannot swallow the file", "[exchange]") {
  std::string table = "a,\"open\n";
  for (int i = 0; i < 300; ++i) {
    table += "front " + std::to_string(i) + ",back\n";
  }
  const auto result = read(table + "z,the \"end\"\n");
  CHECK(items_of(result).size() == 302);
  CHECK(said(result.left_out).empty());
}

TEST_CASE("other encodings are understood", "[exchange]") {
  CHECK(items_of(read("caf\xE9 au lait,un d\xE9licieux breuvage fran\xE7"
                      "ais\n"
                      "th\xE9 vert,une boisson tr\xE8s l\xE9g\xE8re\n"))[0] ==
        "café au lait | un délicieux breuvage français");
  CHECK(items_of(read(std::string("\xFF\xFE"
                                  "a\0,\0001\0\n\0",
                                  10))) == Texts{"a | 1"});
  const auto mixed = read("茶,tea\n水,water\n\xFF,broken\n");
  CHECK(items_of(mixed).size() == 3);
  CHECK(said(mixed.changed) == Texts{"3: bytes that are no UTF-8 were replaced"});
}

TEST_CASE("many cards become several decks, each small enough for a file", "[exchange]") {
  std::string table;
  for (int i = 0; i < 9; ++i) {
    table += "q" + std::to_string(i) + "," + std::string(1'000'000, 'x') + "\n";
  }
  const auto few = read(table);
  CHECK(items_of(few).empty());
  CHECK(said(few.left_out).size() == 9);  // no card is a megabyte

  table.clear();
  for (int i = 0; i < 90; ++i) {
    table += "q" + std::to_string(i) + "," + std::string(100'000, 'x') + "\n";
  }
  const auto many = read(table);
  REQUIRE(many.decks.size() == 2);
  CHECK(many.decks[0].id == "cards");
  CHECK(many.decks[1].id == "cards-2");
  CHECK(many.decks[1].items[0].deck == "cards-2");
  CHECK(many.decks[0].items.size() + many.decks[1].items.size() == 90);
}

TEST_CASE("fields come back from a table as they were", "[exchange]") {
  rc::prop("for any texts and separator", [] {
    const auto separator = *rc::gen::element(',', '\t', ';');
    const auto fields = *rc::gen::nonEmpty(rc::gen::container<Texts>(test::gen_text()));
    RC_PRE(fields.size() > 1 || !fields[0].empty());
    std::string line;
    for (const auto& field : fields) {
      RC_PRE(field.find('\r') == std::string::npos);
      line += (line.empty() && &field == fields.data() ? "" : std::string(1, separator)) +
              exchange::delimited_field(field, separator);
    }
    exchange::Row row;
    const auto text = line + "\n";
    exchange::DelimitedReader reader(text, separator);
    RC_ASSERT(reader.next(row));
    RC_ASSERT(row.fields == fields);
  });
}

TEST_CASE("any table gives a deck that pith reads, or none", "[exchange]") {
  rc::prop("for random tables", [] {
    std::string table;
    for (int i = *rc::gen::inRange(0, 20); i > 0; --i) {
      table +=
          *test::gen_text() + *rc::gen::element<std::string>(",", "\n", "\"", "\t", "#", "<b>");
    }
    for (const auto& deck : read(table).decks) {
      const auto again = deck::read_deck(deck::write_deck(deck), "cards.yaml");
      RC_ASSERT(again.deck.has_value());
      RC_ASSERT(again.deck->items.size() == deck.items.size());
    }
  });
}

TEST_CASE("other cards with one front get numbers, copies of any of them are left out",
          "[exchange]") {
  const auto result = read("front,back\na,1\na,2\na,1\na,2\na,3\na,3\na,1\nb,1\na,4\n");
  Texts ids;
  for (const auto& item : result.decks[0].items) {
    ids.push_back(item.id);
  }
  const auto a = ids[0];

  CHECK(items_of(result) == Texts{"a | 1", "a | 2", "a | 3", "b | 1", "a | 4"});
  CHECK(ids == Texts{a, a + "-2", a + "-3", ids[3], a + "-4"});
  CHECK(said(result.left_out) == Texts{"4: it is there already: a", "5: it is there already: a",
                                       "7: it is there already: a", "8: it is there already: a"});
}
