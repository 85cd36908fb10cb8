#include "deck/index/compiled.h"

#include <string>

#include <catch2/catch.hpp>
#include <rapidcheck.h>
#include <rapidcheck/catch.h>

using namespace pith::deck;

namespace {

constexpr auto kEveryKind = R"(
deck: all
title: 全部
tags: [a, b]
was: [former]
defaults: {pass: 0.7, time_limit: 90s, new_per_day: 3}
items:
  - id: points
    question: Q
    points:
      - 原创算法
      - {point: 专利, detail: 尽早, accept: [著作权], reject: [开源], weight: 2, group: 法律, was: 老}
    hints: [h]
    example: E
    explanation: X
    samples: [{answer: 专利, hits: [专利]}]
  - {question: S, answer: [one, two]}
  - {question: N, answer: 20, tolerance: 1.5}
  - {question: C, choices: {correct: [x], wrong: [y, z]}}
  - {cloze: "{{c1::gap::hint}} and {{other}}"}
  - {front: F, back: B, reversed: true, time_limit: 5s}
)";

/// All that was read, as bytes: equal iff everything in it is equal.
std::string bytes_of(const ReadResult& read) {
  return compiled(read);
}

}  // namespace

TEST_CASE("a compiled deck reads back as it was, with every kind of item", "[deck]") {
  const auto read = read_deck(kEveryKind, "all.yaml");
  REQUIRE(read.deck);
  REQUIRE(read.deck->items.size() == 7);

  const auto again = CompiledDeck::from(compiled(read));

  REQUIRE(again);
  const auto all = again->all();
  REQUIRE(all);
  CHECK(bytes_of(*all) == bytes_of(read));
  REQUIRE(all->deck);
  const auto& item = all->deck->items[0];
  CHECK(item.points[1].accept == std::vector<std::string>{"著作权"});
  CHECK(item.points[1].weight == 2);
  CHECK(item.settings.time_limit == std::chrono::seconds{90});
  CHECK(item.at == read.deck->items[0].at);
  CHECK(all->deck->items[2].number->tolerance == 1.5);
  CHECK(all->deck->items[4].cloze[0].hint == "hint");
}

TEST_CASE("mistakes are kept as well", "[deck]") {
  const auto read = read_deck("items:\n  - {question: Q}\n", "bad.yaml");
  REQUIRE_FALSE(read.deck);
  const auto again = CompiledDeck::from(compiled(read));
  REQUIRE(again);
  CHECK_FALSE(again->head().deck);
  const auto& diagnostics = again->head().diagnostics;
  REQUIRE(diagnostics.size() == read.diagnostics.size());
  CHECK(diagnostics[0].message == read.diagnostics[0].message);
  CHECK(diagnostics[0].at == read.diagnostics[0].at);
}

TEST_CASE("damaged bytes are nothing", "[deck]") {
  const auto good = compiled(read_deck(kEveryKind, "all.yaml"));
  rc::prop("a byte that changed is noticed", [&] {
    auto bad = good;
    const auto at = *rc::gen::inRange<std::size_t>(0, bad.size());
    bad[at] = static_cast<char>(bad[at] ^ *rc::gen::inRange(1, 256));
    const auto found = CompiledDeck::from(bad);
    const bool noticed = !found || !found->all();
    RC_ASSERT(noticed);
  });
  rc::prop("an end that is missing is noticed", [&] {
    RC_ASSERT(!CompiledDeck::from(good.substr(0, *rc::gen::inRange<std::size_t>(0, good.size()))));
  });
  CHECK_FALSE(CompiledDeck::from(good + "x"));
}

TEST_CASE("a damaged item does not take the others with it", "[deck]") {
  const auto read = read_deck(kEveryKind, "all.yaml");
  auto bytes = compiled(read);
  bytes.back() = static_cast<char>(bytes.back() ^ 1);  // of the last item

  const auto found = CompiledDeck::from(bytes);

  REQUIRE(found);
  CHECK(found->find(read.deck->items.back().id) == std::optional<std::size_t>{6});
  CHECK_FALSE(found->item(6));
  CHECK(found->item(5));
  CHECK_FALSE(found->all());
}

TEST_CASE("an item is made without the others, and found by its id", "[deck]") {
  const auto read = read_deck(kEveryKind, "all.yaml");
  const auto again = CompiledDeck::from(compiled(read));
  REQUIRE(again);
  REQUIRE(again->size() == 7);

  REQUIRE(again->item(3));
  CHECK(again->item(3)->choices[2].text == "z");
  CHECK(again->find("points") == std::optional<std::size_t>{0});
  CHECK(again->find(read.deck->items[6].id) == std::optional<std::size_t>{6});
  CHECK(again->find("absent") == std::nullopt);
}
