#include "deck/compiled.h"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include <catch2/catch.hpp>
#include <rapidcheck.h>
#include <rapidcheck/catch.h>

#include "deck/deck_cache.h"
#include "support/temporary_folder.h"

namespace fs = std::filesystem;
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

std::string long_deck() {
  return std::string(kEveryKind) + "# " + std::string(5000, '.') + "\n";
}

std::size_t entries(const fs::path& folder) {
  return fs::exists(folder) ? static_cast<std::size_t>(std::distance(
                                  fs::directory_iterator(folder), fs::directory_iterator()))
                            : 0;
}

}  // namespace

TEST_CASE("a compiled deck reads back as it was, with every kind of item", "[deck]") {
  const auto read = read_deck(kEveryKind, "all.yaml");
  REQUIRE(read.deck);
  REQUIRE(read.deck->items.size() == 7);

  const auto again = from_compiled(compiled(read));

  REQUIRE(again);
  CHECK(bytes_of(*again) == bytes_of(read));
  REQUIRE(again->deck);
  const auto& item = again->deck->items[0];
  CHECK(item.points[1].accept == std::vector<std::string>{"著作权"});
  CHECK(item.points[1].weight == 2);
  CHECK(item.settings.time_limit == std::chrono::seconds{90});
  CHECK(item.at == read.deck->items[0].at);
  CHECK(again->deck->items[2].number->tolerance == 1.5);
  CHECK(again->deck->items[4].cloze[0].hint == "hint");
}

TEST_CASE("mistakes are kept as well", "[deck]") {
  const auto read = read_deck("items:\n  - {question: Q}\n", "bad.yaml");
  REQUIRE_FALSE(read.deck);
  const auto again = from_compiled(compiled(read));
  REQUIRE(again);
  CHECK_FALSE(again->deck);
  REQUIRE(again->diagnostics.size() == read.diagnostics.size());
  CHECK(again->diagnostics[0].message == read.diagnostics[0].message);
  CHECK(again->diagnostics[0].at == read.diagnostics[0].at);
}

TEST_CASE("damaged bytes are nothing", "[deck]") {
  const auto good = compiled(read_deck(kEveryKind, "all.yaml"));
  rc::prop("a byte that changed is noticed", [&] {
    auto bad = good;
    const auto at = *rc::gen::inRange<std::size_t>(0, bad.size());
    bad[at] = static_cast<char>(bad[at] ^ *rc::gen::inRange(1, 256));
    RC_ASSERT(!from_compiled(bad));
  });
  rc::prop("an end that is missing is noticed", [&] {
    RC_ASSERT(!from_compiled(good.substr(0, *rc::gen::inRange<std::size_t>(0, good.size()))));
  });
  CHECK_FALSE(from_compiled(good + "x"));
}

TEST_CASE("a deck is read from the cache the second time, and anew after an edit", "[deck]") {
  pith::test::TemporaryFolder home;
  const auto folder = home.path() / "decks";
  const DeckCache cache(folder, "1");
  const auto text = long_deck();

  const auto first = cache.read(text, "all.yaml");
  CHECK(entries(folder) == 1);
  CHECK(bytes_of(cache.read(text, "all.yaml")) == bytes_of(first));
  CHECK(entries(folder) == 1);

  const auto edited = cache.read(text + "  - {question: New, answer: yes}\n", "all.yaml");
  REQUIRE(edited.deck);
  CHECK(edited.deck->items.size() == 8);
  CHECK(entries(folder) == 2);
  CHECK(cache.read(text, "other.yaml").deck->path == "other.yaml");
}

TEST_CASE("what lies in the cache is believed only if it is whole", "[deck]") {
  pith::test::TemporaryFolder home;
  const auto text = long_deck();
  const DeckCache cache(home.path(), "1");
  const auto first = cache.read(text, "all.yaml");
  for (const auto& entry : fs::directory_iterator(home.path())) {
    std::ofstream(entry.path(), std::ios::binary | std::ios::trunc) << "torn";
  }
  CHECK(bytes_of(cache.read(text, "all.yaml")) == bytes_of(first));
}

TEST_CASE("without a usable folder decks are read all the same", "[deck]") {
  CHECK(DeckCache({}, "1").read(long_deck(), "all.yaml").deck);
  CHECK(DeckCache("/dev/null/no", "1").read(long_deck(), "all.yaml").deck);
}

TEST_CASE("the cache does not grow for ever", "[deck]") {
  pith::test::TemporaryFolder home;
  const DeckCache cache(home.path(), "1");
  for (int i = 0; i < 210; ++i) {
    (void)cache.read(long_deck(), "all" + std::to_string(i) + ".yaml");
  }
  CHECK(entries(home.path()) <= 200);
}
