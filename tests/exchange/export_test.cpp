// What is exported, and what comes back of it.
#include <sstream>
#include <string>

#include <catch2/catch.hpp>

#include "deck/reading/reader.h"
#include "exchange/anki/revlog.h"
#include "exchange/exported_tea.h"
#include "exchange/results.h"

using namespace pith;
using namespace pith::test;

TEST_CASE("YAML holds everything", "[exchange]") {
  const auto again = deck::read_deck(written("yaml").bytes, "tea.yaml");
  REQUIRE(again.deck);
  CHECK(again.deck->items.size() == 6);
  CHECK(again.deck->items[0].points[2].accept == Texts{"睡不着"});
  CHECK(again.deck->items[0].points[2].weight == 2);
}

TEST_CASE("tables come back under the same ids", "[exchange]") {
  const auto format = GENERATE(as<std::string>{}, "csv", "tsv");
  const auto table = written(format);
  const auto again = read_again("csv", table.bytes, "x." + format);
  REQUIRE(again.decks.size() == 1);
  const auto& items = again.decks[0].items;
  REQUIRE(items.size() == 6);
  CHECK(items[0].id == "kinds");
  CHECK(items[0].points.size() == 3);
  CHECK(items[0].points[2].detail == "晚上少喝。");
  CHECK(items[0].points[2].group == "缺点");
  CHECK(items[3].id == "gaps");
  CHECK(items[3].points[1].name == "咖啡因");
  CHECK(items[3].cloze[2].hint == "提神");
  CHECK(items[0].tags == Texts{"drink", "pros_cons"});
  CHECK(again.left_out.empty());
  CHECK(says(table, "the review history"));
  CHECK_FALSE(says(table, "become cards"));
}

TEST_CASE("the log of reviews is one that optimizers read", "[exchange]") {
  std::istringstream log(written("revlog").bytes);
  const auto reviews = exchange::read_revlog(log, "log.csv");
  CHECK(reviews.size() == 18);  // nine points, two reviews of each
  CHECK(reviews.front().card == 1);
  CHECK(reviews.back().rating == memory::Rating::again);
}

TEST_CASE("JSON names every kind", "[exchange]") {
  const auto json = written("json").bytes;
  for (const auto* kind :
       {"\"points\"", "\"short_answer\"", "\"choices\"", "\"cloze\"", "\"card\""}) {
    CHECK(json.find(kind) != std::string::npos);
  }
}

TEST_CASE("JSON names the language of each item", "[exchange]") {
  auto what = exportable();
  what.decks[0].items[0].language = "fr";
  const auto json = exchange::export_format_named("json")->write(what).bytes;
  CHECK_THAT(json, Catch::Contains("\"language\": \"fr\""));
}
