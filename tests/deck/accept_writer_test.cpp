#include "deck/editing/accept_writer.h"

#include <catch2/catch.hpp>

#include "base/error.h"
#include "deck/reading/reader.h"

using namespace pith;
using Catch::Matchers::Contains;
using deck::with_accepted;

namespace {

using Texts = std::vector<std::string>;

/// A deck with these lines below `points:`.
std::string deck_with(const std::string& points) {
  return "# my deck\nitems:\n  - question: 如何建立壁垒？  # hard\n    points:\n" + points +
         "    explanation: >-\n      壁垒就是\n      别人难以复制的东西。\n";
}

/// The lines below `points:` after two wordings were added to the first point.
std::string added(const std::string& points, const Texts& wordings = {"锁进保险柜", "盖个戳"}) {
  const auto edited = with_accepted(deck_with(points), 0, 0, wordings);
  const auto frame = deck_with("");
  const auto begin = frame.find("    explanation");
  CHECK(edited.substr(0, begin) == frame.substr(0, begin));
  CHECK(edited.ends_with(frame.substr(begin)));
  return edited.substr(begin, edited.size() - frame.size());
}

}  // namespace

TEST_CASE("wordings are added to a point however it is spelled, and nothing else changes",
          "[deck]") {
  const auto [before, after] = GENERATE(table<std::string, std::string>({
      {"      - 专利\n      - 团队\n",
       "      - point: 专利\n        accept: [锁进保险柜, 盖个戳]\n      - 团队\n"},
      {"      - 专利: 及早申请。  # soon\n",
       "      - point: 专利\n        detail: 及早申请。  # soon\n"
       "        accept: [锁进保险柜, 盖个戳]\n"},
      {"      - point: 专利\n        weight: 2\n",
       "      - point: 专利\n        accept: [锁进保险柜, 盖个戳]\n        weight: 2\n"},
      {"      - point: 专利\n        detail: >-\n          及早\n          申请\n",
       "      - point: 专利\n        accept: [锁进保险柜, 盖个戳]\n        detail: >-\n"
       "          及早\n          申请\n"},
      {"      - detail: '及早''申请'\n        point: \"专利\"\n",
       "      - detail: '及早''申请'\n        accept: [锁进保险柜, 盖个戳]\n        point: "
       "\"专利\"\n"},
      {"      - point: 专利\n        accept: [专利布局, '申请,专利']  # more?\n",
       "      - point: 专利\n        accept: [专利布局, '申请,专利', 锁进保险柜, 盖个戳]  # "
       "more?\n"},
      {"      - point: 专利\n        accept: []\n",
       "      - point: 专利\n        accept: [锁进保险柜, 盖个戳]\n"},
      {"      - point: 专利\n        accept: [专利布局,\n                 申请专利,  # x\n        "
       "         ]\n",
       "      - point: 专利\n        accept: [专利布局,\n                 申请专利, 锁进保险柜, "
       "盖个戳,  # x\n                 ]\n"},
      {"      - point: 专利\n        accept:\n          - 专利布局  # first\n          - "
       "申请专利\n        weight: 2\n",
       "      - point: 专利\n        accept:\n          - 专利布局  # first\n          - "
       "申请专利\n          - 锁进保险柜\n          - 盖个戳\n        weight: 2\n"},
      {"      - point: 专利\n        accept: 专利布局\n",
       "      - point: 专利\n        accept: [专利布局, 锁进保险柜, 盖个戳]\n"},
      {"      - {point: 专利, accept: [专利布局], weight: 2}\n",
       "      - {point: 专利, accept: [专利布局, 锁进保险柜, 盖个戳], weight: 2}\n"},
  }));
  CAPTURE(before);
  CHECK(added(before) == after);
}

TEST_CASE("a wording that YAML would take for something else is written in quotes", "[deck]") {
  const Texts wordings = {"a: b",     "# x",    "no",          "3.5",         "say \"it\"",  "[x]",
                          "C++ & co", "- dash", "back\\slash", "plain words", "用多少付多少"};
  const auto edited = with_accepted(deck_with("      - 专利\n"), 0, 0, wordings);
  CHECK(deck::read_deck(edited, "x.yaml").deck->items[0].points[0].accept == wordings);
  CHECK_THAT(edited, Contains("\"no\"") && Contains(", plain words, 用多少付多少]"));
}

TEST_CASE("a long list goes on in a new line below its first wording", "[deck]") {
  const std::string wide(120, 'x');
  CHECK(added("      - point: 专利\n        accept: [" + wide + "]\n", {"盖个戳"}) ==
        "      - point: 专利\n        accept: [" + wide + ",\n                 盖个戳]\n");
}

TEST_CASE("line breaks and byte order mark of the file are kept", "[deck]") {
  const std::string deck =
      "\xEF\xBB\xBFitems:\r\n  - question: q\r\n    points:\r\n      - 专利\r\n      - 团队\r\n";
  const Texts wordings = {"盖个戳"};
  CHECK(with_accepted(deck, 0, 0, wordings) ==
        "\xEF\xBB\xBFitems:\r\n  - question: q\r\n    points:\r\n      - point: 专利\r\n        "
        "accept: [盖个戳]\r\n      - 团队\r\n");
}

TEST_CASE("a layout that cannot be edited safely is refused with the line and the remedy",
          "[deck]") {
  const auto points = GENERATE(
      as<std::string>{}, "      [专利, 团队]\n", "      - {point: 专利, detail: 早}\n",
      "      - &a 专利\n      - 团队\n",
      "      - point: &a 专利\n      - point: 团队\n        detail: *a\n",
      "      - point: 专利\n        accept: &w [专利布局]\n      - point: 团队\n        accept: "
      "*w\n",
      "      - point: 专利\n        accept:\n        - >-\n          专利\n          布局\n",
      "      - point: >-\n          专利\n", "      - ? 专利\n        : 早\n");
  const auto text = deck_with(points);
  CAPTURE(text);
  REQUIRE(deck::read_deck(text, "x.yaml").deck);
  const Texts wordings = {"盖个戳"};
  CHECK_THROWS_AS(with_accepted(text, 0, 0, wordings), InvalidInput);
  CHECK_THROWS_WITH(with_accepted(text, 0, 0, wordings),
                    Contains("line 5") && Contains("accept: [盖个戳]"));
}

TEST_CASE("what is no deck, or has no such point, is refused", "[deck]") {
  const Texts wordings = {"盖个戳"};
  CHECK_THROWS_AS(with_accepted("", 0, 0, wordings), InvalidInput);
  CHECK_THROWS_AS(with_accepted("items: [", 0, 0, wordings), InvalidInput);
  CHECK_THROWS_AS(with_accepted(deck_with("      - 专利\n"), 1, 0, wordings), InvalidInput);
  CHECK_THROWS_AS(with_accepted(deck_with("      - 专利\n"), 0, 1, wordings), InvalidInput);
  CHECK_THROWS_AS(with_accepted(deck_with("      - 专利\n"), 0, 0, Texts{"a\x01"}), InvalidInput);
}

TEST_CASE("a wording of two lines, or with what cannot be seen, is refused for that reason",
          "[deck]") {
  const auto wording =
      GENERATE(as<std::string>{}, "盖\n个戳", "盖个戳\x1b[31m", "盖个\xE2\x80\x8B戳");
  CHECK_THROWS_WITH(with_accepted(deck_with("      - 专利\n"), 0, 0, Texts{wording}),
                    Contains("a line break or a character that cannot be seen"));
}
