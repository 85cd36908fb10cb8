// Ranges, which stand for stretches of a text everywhere in the grader.
#include "grading/words/grains.h"

#include <catch2/catch.hpp>

#include "text/utf8.h"

namespace pith::grading {

using Ranges = std::vector<Range>;

TEST_CASE("merged ranges are disjoint, ascend and cover the same", "[grading]") {
  CHECK(merged({}).empty());
  CHECK(merged({{7, 9}, {0, 2}}) == Ranges{{0, 2}, {7, 9}});
  CHECK(merged({{4, 6}, {0, 5}, {6, 8}}) == Ranges{{0, 8}});
  CHECK(merged({{0, 9}, {2, 3}, {11, 12}}) == Ranges{{0, 9}, {11, 12}});
}

TEST_CASE("a range touches others where they have a grain in common", "[grading]") {
  const Ranges ranges{{2, 4}, {7, 9}};
  CHECK(any_touches(ranges, {3, 5}));
  CHECK(any_touches(ranges, {0, 20}));
  CHECK(any_touches(ranges, {8, 9}));
  CHECK_FALSE(any_touches(ranges, {4, 7}));
  CHECK_FALSE(any_touches(ranges, {0, 2}));
  CHECK_FALSE(any_touches(ranges, {9, 12}));
  CHECK_FALSE(any_touches({}, {0, 1}));
}

namespace {

/// The grains between breaks of at least a clause.
std::vector<std::string> parted(std::string_view text) {
  const auto grains = grains_of(text);
  std::vector<std::string> parts;
  for (const auto& grain : grains.list) {
    if (parts.empty() || grain.before >= Break::clause) {
      parts.emplace_back();
    }
    parts.back() += text::to_utf8(grains.spelling(grain));
  }
  return parts;
}

using Parts = std::vector<std::string>;

}  // namespace

TEST_CASE("the marker of a list parts and is dropped", "[grading]") {
  CHECK(parted("1) plan 2) test") == Parts{"plan", "test"});
  CHECK(parted("plan (1) test (2)") == Parts{"plan", "test"});
  CHECK(parted("有三点1)用户2)现金(3)团队") == Parts{"有三点", "用户", "现金", "团队"});
}

TEST_CASE("a numeral that ends a word marks no list", "[grading]") {
  CHECK(parted("格式统一。") == Parts{"格式统一"});
  CHECK(parted("方法唯一、简单") == Parts{"方法唯一简单"});
  CHECK(parted("有两点一、用户二、现金") == Parts{"有两点", "用户", "现金"});
}

TEST_CASE("a number in a formula marks no list", "[grading]") {
  CHECK(parted("2^(n-1)") == Parts{"2", "n1"});
  CHECK(parted("(n-1)(n-2)") == Parts{"n1", "n2"});
  CHECK(parted("lookup takes O(1)") == Parts{"lookuptakeso", "1"});
  CHECK(parted("f(1)(2)") == Parts{"f", "1", "2"});
}

TEST_CASE("a rule of stars is no word, however long it is", "[grading]") {
  const auto grains = grains_of("plan " + std::string(1'000'000, '*') + " test ** 2 ** 3");
  CHECK(grains.list.size() == 4);
}

TEST_CASE("per cent of per cent, without end, is no number and no endless descent", "[grading]") {
  std::string text;
  for (int i = 0; i < 200'000; ++i) {
    text += "百分之";
  }
  CHECK(grains_of(text + "五").list.size() > 200'000);
}

}  // namespace pith::grading
