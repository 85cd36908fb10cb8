#include "deck/editing/deck_writer.h"

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include <catch2/catch.hpp>
#include <rapidcheck.h>
#include <rapidcheck/catch.h>

#include "deck/cloze.h"
#include "deck/editing/yaml_text.h"
#include "deck/identity.h"
#include "deck/reading/reader.h"
#include "support/deck_fields.h"
#include "support/text_generators.h"
#include "text/normalise.h"

using namespace pith;
using namespace pith::deck;
using test::fields_of;

namespace {

Deck read(const std::string& yaml) {
  auto result = read_deck(yaml, "deck.yaml");
  for (const auto& diagnostic : result.diagnostics) {
    UNSCOPED_INFO(diagnostic.at.line << ": " << diagnostic.message);
  }
  INFO(yaml);
  REQUIRE(result.deck);
  return *result.deck;
}

std::string trimmed(const std::string& text) {
  const auto begin = text.find_first_not_of(" \t\r\n");
  return begin == text.npos ? "x"
                            : text.substr(begin, text.find_last_not_of(" \t\r\n") - begin + 1);
}

std::optional<Item> cloze_item(const std::string& text) {
  auto parsed = parse_cloze(text);
  if (!std::holds_alternative<Cloze>(parsed)) {
    return std::nullopt;
  }
  Item item;
  item.deck = "d";
  item.language = "en";
  item.kind = Kind::cloze;
  item.cloze = std::get<Cloze>(parsed).parts;
  item.points = std::get<Cloze>(parsed).points;
  item.question = with_gaps(item.cloze);
  item.id = id_of_question(filled(item.cloze));
  return item;
}

std::string some_text() {
  return trimmed(*test::gen_text());
}

/// Texts that YAML takes for something else unless they are written with care.
const std::vector<std::string>& traps() {
  static const std::vector<std::string> texts = {"yes",
                                                 "~",
                                                 "null",
                                                 "12",
                                                 "1e5",
                                                 ".5",
                                                 "- a",
                                                 "a: b",
                                                 "a:",
                                                 "a #b",
                                                 "# a",
                                                 "[a]",
                                                 "{{a}}",
                                                 "**a** b",
                                                 "*a",
                                                 "&a",
                                                 "!a",
                                                 "%a",
                                                 "@a",
                                                 "`a`",
                                                 "'a'",
                                                 "\"a\"",
                                                 "a\\b",
                                                 "a\nb",
                                                 "a\n  b",
                                                 "a\n\nb",
                                                 "a \nb",
                                                 "a\n\tb",
                                                 "“双减”",
                                                 "‘双减’",
                                                 "技术：创新",
                                                 "a:b",
                                                 "a, b",
                                                 "?",
                                                 "-",
                                                 "=",
                                                 "<<",
                                                 "a\r\nb",
                                                 "2026-12-01",
                                                 "---\na",
                                                 "a\n...\n- b",
                                                 "\xEF\xBB\xBF",
                                                 "\x01\x7F",
                                                 "$x^{2}$ \\frac{1}{2}",
                                                 "|",
                                                 "> a\n> b",
                                                 "12:30",
                                                 "0x1F",
                                                 "a\xC2\x85z",
                                                 "``` \na\n```",
                                                 std::string(20, '[') + "a",
                                                 std::string(300, 'k')};
  return texts;
}

}  // namespace

TEST_CASE("a deck in two languages is written without one, so that each item keeps its own",
          "[deck]") {
  const auto mixed = read_deck(
      "items: [{question: 问题是什么, answer: 甲}, {question: What, answer: b}]", "d.yaml");
  REQUIRE(mixed.deck);
  const auto again = read_deck(write_deck(*mixed.deck), "d.yaml");
  REQUIRE(again.deck);
  CHECK(again.deck->items[0].language == "zh");
  CHECK(again.deck->items[1].language == "en");
}

TEST_CASE("a deck of every kind of item is written as it reads", "[deck]") {
  const auto deck = read(R"(
deck: all
title: 全部
language: zh
author: A
source: S
license: MIT
tags: [a, b]
was: [former]
defaults: {pass: 0.7, time_limit: 90s, new_per_day: 3}
items:
  - id: points
    question: Q
    points:
      - 原创算法
      - 专利: 尽早
      - {point: 团队, detail: 稳定, accept: [班底], reject: [外包], weight: 2, group: 人, was: 老}
      - {point: 数据, id: data}
    hints: [h]
    example: E
    explanation: X
    tags: [c]
    was: [old]
    samples: [{answer: 专利, hits: [专利]}, {answer: nothing, hits: []}]
  - {question: S, answer: [one, "2"]}
  - {question: N, answer: 20.50, tolerance: 1.5, pass: 0.2}
  - {question: C, choices: {correct: [x], wrong: [y, z]}, desired_retention: 0.95}
  - {cloze: "{{c1::gap::hint}} and {{other}} and $x^{2}$"}
  - {front: F, back: B, reversed: true, time_limit: 5s}
  - {front: G, back: B}
)");
  const auto yaml = write_deck(deck);
  CHECK(fields_of(read(yaml)) == fields_of(deck));
  CHECK(write_deck(read(yaml)) == yaml);
  CHECK(yaml.find("reversed: true") != yaml.npos);
  CHECK(yaml.find("      - 专利: 尽早\n") != yaml.npos);
}

TEST_CASE("texts that YAML would misread are written so that it cannot", "[deck]") {
  for (const auto& text : traps()) {
    CAPTURE(text);
    const auto yaml = "deck: d\nlanguage: en\ntags: [" + one_line_scalar(text, Context::flow) +
                      "]\nitems:\n  - question: " + scalar(text, 4) + "\n    points:\n      - " +
                      one_line_scalar(text + "x", Context::point) + "\n";
    const auto result = read_deck(yaml, "d.yaml");
    CAPTURE(yaml);
    REQUIRE(result.deck);
    CHECK(result.diagnostics.empty());
    CHECK(result.deck->tags == std::vector{trimmed(text)});
    CHECK(result.deck->items[0].question == trimmed(text));
    CHECK(result.deck->items[0].points[0].name == trimmed(text + "x"));
  }
}

TEST_CASE("a lone text with full-width commas is written so that it cannot look like several",
          "[deck]") {
  const auto read = read_deck(
      "deck: d\nlanguage: zh\ntags: ['生物，植物']\nitems:\n  - question: 有哪些？\n    points:\n"
      "      - {point: 甲, accept: ['光、水']}\n      - {point: 乙, accept: ['光、水', 热]}\n",
      "d.yaml");
  const auto yaml = write_deck(read.deck.value());
  CAPTURE(yaml);

  CHECK(read_deck(yaml, "d.yaml").diagnostics.empty());
  CHECK(yaml.find("accept: [光、水, 热]") != yaml.npos);
}

TEST_CASE("what is written reads back, whatever the texts", "[deck]") {
  rc::prop("for decks of random texts", [] {
    Deck deck;
    deck.id = "random";
    deck.title = some_text();
    deck.description = some_text();
    deck.tags = {some_text()};
    const auto items = *rc::gen::inRange(1, 4);
    for (int i = 0; i < items; ++i) {
      Item item;
      item.deck = deck.id;
      item.id = "item-" + std::to_string(i);
      item.language = deck.language;
      item.kind = *rc::gen::arbitrary<bool>() ? Kind::points : Kind::card;
      item.question = some_text();
      item.explanation = some_text();
      item.hints = {some_text(), some_text()};
      item.tags = deck.tags;
      const auto name = some_text();
      const bool card = item.kind == Kind::card;
      Point point;
      point.name = name;
      point.id = card ? "back" : "p";
      if (!card) {
        point.detail = some_text();
        point.accept = {some_text()};
        item.samples.push_back({some_text(), {0}, {}});
      }
      item.points.push_back(point);
      deck.items.push_back(item);
    }
    const auto yaml = write_deck(deck);
    const auto again = read_deck(yaml, "random.yaml");
    RC_LOG() << yaml;
    RC_ASSERT(again.deck.has_value());
    RC_ASSERT(fields_of(*again.deck) == fields_of(deck));
  });
}

TEST_CASE("a gap is written so that it ends where it ended", "[deck]") {
  const auto text = GENERATE(as<std::string>(), "{{}::}}", "{{a} }}", "{{a::} }}", "{{a: ::b}}",
                             "{{\\frac{a}{b}}} c", "{{a{ }} }}", "{{\tm\t}}", "{{m::\th\r}}");
  CAPTURE(text);
  Deck deck;
  deck.id = "d";
  deck.items.push_back(cloze_item(text).value());
  CHECK(deck.items[0].points[0].name == trimmed(deck.items[0].cloze[0].text));
  CHECK(fields_of(read(write_deck(deck))) == fields_of(deck));
}

TEST_CASE("every cloze is written as it was read", "[deck]") {
  rc::prop("whatever braces, colons and spaces it has", [] {
    const auto pieces = *rc::gen::container<std::vector<std::string>>(rc::gen::element<std::string>(
        "{", "}", "{{", "}}", ":", "::", "{{c2::", "c1,c2", " ", "\t", "\n", "x", "茶"));
    std::string text = "{{";
    for (const auto& piece : pieces) {
      text += piece;
    }
    text += "x}}";
    const auto item = cloze_item(text);
    RC_PRE(item.has_value());
    const auto again = cloze_item(written(*item));
    RC_LOG() << text << " → " << written(*item);
    RC_ASSERT(again.has_value());
    RC_ASSERT(written(*again) == written(*item));
    RC_ASSERT(filled(again->cloze) == filled(item->cloze));
    RC_ASSERT(again->question == item->question);
  });
}

TEST_CASE("gaps in quotes are written as their author would", "[deck]") {
  CHECK(scalar("{{c1::x}} is y", 0) == "\"{{c1::x}} is y\"");
  CHECK(one_line_scalar("The {{x}} of", Context::flow) == "\"The {{x}} of\"");
  CHECK(scalar("{{c1::a}}: [[b]]\t", 0) == "\"{{c1::a}}: [[b]]\\t\"");
}

TEST_CASE(
    "long runs of brackets, which the reader takes for nesting, are written so that it reads "
    "them",
    "[deck]") {
  const auto separator = GENERATE(as<std::string>{}, "", " ", "\n", " \n");
  std::string run;
  for (int i = 0; i < 150; ++i) {
    run += "[" + separator;
  }
  run += "x";
  CAPTURE(separator);
  const auto deck = read("deck: d\nitems:\n  - {id: a, front: x, back: y}\n");
  auto copy = deck;
  copy.items[0].question = run;
  CHECK(read(write_deck(copy)).items[0].question == run);
}
