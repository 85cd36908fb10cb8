#include "exchange/tables/json_import.h"

#include <string>

#include <catch2/catch.hpp>

#include "base/error.h"
#include "deck/editing/deck_writer.h"
#include "deck/reading/reader.h"
#include "exchange/exported.h"
#include "exchange/formats.h"
#include "exchange/results.h"
#include "support/deck_fields.h"

using namespace pith;
using Catch::Matchers::Contains;
using test::items_of;
using test::said;
using test::Texts;

namespace {

exchange::Imported read(const std::string& text) {
  return exchange::read_json_cards({"cards.json", text});
}

exchange::Imported sent_home(const deck::Deck& deck) {
  exchange::Exportable what;
  what.decks = {deck};
  return read(exchange::export_format_named("json")->write(what).bytes);
}

constexpr auto kAllKinds = R"(
deck: tea
title: Tea 茶
language: fr
description: About it.
author: A
license: MIT
tags: [drink]
was: thé
defaults: {pass: 0.7, time_limit: 90s, new_per_day: 3}
items:
  - id: what
    question: What is tea?
    points:
      - a drink
      - a plant: It grows.
      - point: 茶
        id: cha
        detail: "One: two."
        accept: [té, chai]
        reject: [coffee]
        weight: 2
        group: words
        was: [tcha]
    samples:
      - {answer: a drink, hits: [a drink]}
      - {answer: coffee, hits: []}
    explanation: |
      Two

      lines.
    example: An example.
    hints: [think, "drink: it"]
    tags: [leaf]
    was: [old-what]
    desired_retention: 0.8
  - question: Where from?
    answer: [China, 中国]
  - question: How hot?
    answer: 1200
    tolerance: 5
  - question: Which?
    choices: {correct: [green, black], wrong: [blue]}
  - cloze: Tea is {{c1::green::colour}} or {{black}}.
  - front: SYN
    back: synchronise
    reversed: true
)";

}  // namespace

TEST_CASE("a deck that was exported as JSON comes home as it was", "[exchange]") {
  const auto sent = deck::read_deck(kAllKinds, "tea.yaml");
  REQUIRE(sent.deck);
  const auto home = sent_home(*sent.deck);
  CHECK(said(home.left_out).empty());
  CHECK(said(home.changed).empty());
  REQUIRE(home.decks.size() == 1);
  CHECK(deck::write_deck(home.decks[0]) == deck::write_deck(*sent.deck));
}

TEST_CASE("lists of questions and answers become cards, lists of answers key points",
          "[exchange]") {
  const auto [text, items] = GENERATE(table<std::string, Texts>({
      {R"([{"question": "a", "answer": "1"}, {"question": "b", "answer": 2}])", {"a | 1", "b | 2"}},
      {R"([{"front": "茶", "back": "tea"}])", {"茶 | tea"}},
      {R"([{"Term": "a", "definition": "1<br>2"}])", {"a | 1\n2"}},
      {R"([{"题目": "茶", "答案": "tea"}])", {"茶 | tea"}},
      {R"({"cards": [{"question": "a", "answer": "1"}], "version": 3})", {"a | 1"}},
      {R"([{"question": "a", "answer": ["one: first", "two"]}])", {"a | one: first | two"}},
      {R"([{"question": "a", "points": ["x", {"y": "more"}, {"name": "z", "detail": "d"}]}])",
       {"a | x | y: more | z: d"}},
      {R"([{"front": "{{c1::a}} b", "back": ""}])", {"[…] b | a"}},
      {R"({"items": [{"cloze": "{{a}} b"}, {"front": "a", "back": "b"}]})", {"[…] b | a", "a | b"}},
      {"\xEF\xBB\xBF[{\"question\": \"a\\u0007\", \"answer\": \"1\\u001b[2J\"}]", {"a | 1[2J"}},
  }));
  CAPTURE(text);
  const auto result = read(text);
  CHECK(items_of(result) == items);
  CHECK(said(result.left_out).empty());
  CHECK(said(result.changed).empty());
  CHECK(result.decks[0].id == "cards");
}

TEST_CASE("hints, tags, ids and further keys of a card in JSON are kept", "[exchange]") {
  const auto result = read(
      R"([{"id": "k1", "question": "a", "answer": "b", "hints": ["h", "i"], "tags": "t",
           "level": 2, "notes": "because", "more": null}])");
  REQUIRE(items_of(result).size() == 1);
  const auto& item = result.decks[0].items[0];
  CHECK(item.id == "k1");
  CHECK(item.hints == Texts{"h", "i"});
  CHECK(item.tags == Texts{"t"});
  CHECK(item.explanation == "level: 2\n\nbecause");
}

TEST_CASE("entries of JSON that cannot be taken are named with their place", "[exchange]") {
  const auto result = read(
      "[\n"
      "  {\"question\": \"a\", \"answer\": \"1\"},\n"
      "  {\"question\": \"no answer\"},\n"
      "  \"text\",\n"
      "  {\"question\": \"p\", \"points\": 7},\n"
      "  {\"question\": \"a\",\n"
      "   \"answer\": \"1\"},\n"
      "  {\"question\": \"q\", \"points\": [\"x\"], \"level\": 2},\n"
      "  {\"question\": \"r\", \"answer\": {\"deep\": 1}}\n"
      "]\n");
  CHECK(items_of(result) == Texts{"a | 1", "q | x"});
  CHECK(said(result.left_out) == Texts{"3: the back is empty: no answer",
                                       "entry 3: no object with a question and an answer: \"text\"",
                                       "5: 'points' must be a list, not a text: p",
                                       "6: it is there already: a", "9: the back is empty: r"});
  CHECK(said(result.changed) == Texts{"8: 'level' means nothing to pith",
                                      "9: the value of 'answer' is no text, and was left out"});

  CHECK(said(read(R"([{"question": "a"}])").left_out) == Texts{"entry 1: the back is empty: a"});
}

TEST_CASE("an entry whose texts no deck could hold is left out", "[exchange]") {
  const std::string longest(200'000, 'x');
  const auto entry = [](const std::string& question, const std::string& explanation) {
    return R"([{"question": ")" + question + R"(", "answer": "b", "explanation": ")" + explanation +
           R"("}])";
  };
  const auto why = [](const pith::exchange::Imported& result) {
    return result.left_out.empty() ? std::string() : result.left_out.front().reason;
  };
  CHECK(why(read(entry("a", longest))).empty());
  CHECK(why(read(entry("a", longest + "x"))) == "the explanation is too long");
  CHECK(why(read(entry(longest, "c"))).empty());
  CHECK(why(read(entry(longest + "x", "c"))) == "the question is too long");
}

TEST_CASE("what is no JSON, or none with questions, is refused with the place", "[exchange]") {
  const auto [text, why] = GENERATE(table<std::string, std::string>({
      {"[\n {\"question\": 茶}\n]", "'cards.json', line 2, column 15: no JSON from here on: 茶}"},
      {"[{\"question\": \"a\",}]", "'cards.json', line 1, column 19: no JSON from here on: }]"},
      {"[{\"question\": \"a\"", "'cards.json' ends before its JSON does"},
      {"[1, 2}", "'cards.json', line 1, column 6: no JSON from here on: }"},
      {"\"text\"", "'cards.json', line 1: no list of questions"},
      {"{\"a\": 1}", "'cards.json', line 1: no list of questions"},
      {"{\"decks\":\n[{\"deck\": \"No id\", \"items\": []}]}",
       "'cards.json', line 2: 'No id' cannot be a deck's id"},
      {"{\"decks\":\n[3]}", "'cards.json', line 1: no list of questions"},
      {std::string(100, '['), "'cards.json', line 1: more than 32 levels or 2000000 values"},
      {"[1e999]", "'cards.json', line 1, column "},
  }));
  CAPTURE(text);
  CHECK_THROWS_WITH(read(text), Contains(why));
  CHECK_THROWS_AS(read(text), InvalidInput);
}

TEST_CASE("JSON is known by its name, or by how it begins", "[exchange]") {
  const auto [name, text, format] = GENERATE(table<std::string, std::string, std::string>({
      {"a.json", "{}", "json"},
      {"a.txt", "[\n {\"front\": \"a\"}]", "json"},
      {"a.txt", "{ \"decks\": []}", "json"},
      {"a.txt", "[a](b) is a link\n", "markdown"},
      {"a.md", "[{\"front\": 1}]", "markdown"},
  }));
  CAPTURE(name, text);
  const auto* found = exchange::import_format_of({name, text});
  REQUIRE(found != nullptr);
  CHECK(found->name == format);
}
