// Which names of an item are told apart by their spelling, and which are heard in other words.
#include "grading/stretches/targets.h"

#include <vector>

#include <catch2/catch.hpp>

#include "grading/evidence/formula.h"
#include "support/items.h"

namespace pith::grading {
namespace {

/// By target.
std::vector<bool> listed(const deck::Item& item, bool by_meaning) {
  std::vector<bool> result;
  for (const auto& target : targets_of(item, true, by_meaning, {}).list) {
    result.push_back(target.listed);
  }
  return result;
}

const deck::Item kCounts =
    test::item("zh", "盘点内容包括哪些？",
               {test::point("数量盘点"), test::point("重量盘点"), test::point("账实核对")});
const deck::Item kRescue = test::item("zh", "路边有人倒下，怎么办？",
                                      {test::point("呼叫急救电话"), test::point("胸外按压")});
const deck::Item kSigns = test::item(
    "en", "Which vital signs do you take?",
    {test::point("pulse"), test::point("body temperature"), test::point("respiratory rate")});

}  // namespace

TEST_CASE("names of one kind are told apart by their spelling", "[grading]") {
  CHECK(listed(kCounts, true) == std::vector{true, true, false});
}

TEST_CASE("names of one kind are heard in other words where their kind is not named", "[grading]") {
  const auto targets = targets_of(kCounts, true, true, {});
  Pair pair;
  pair.features[kNovelty] = 2.0;
  CHECK(statement_share(pair, targets.list[0]) == 1.0);

  SECTION("but not in what says nothing that the question does not") {
    pair.features[kNovelty] = 0.0;
    CHECK(statement_share(pair, targets.list[0]) == 0.0);
  }
  SECTION("nor where something stands in a word's place") {
    pair.substituted = true;
    CHECK(statement_share(pair, targets.list[0]) == 0.0);
  }
  SECTION("nor in another one of the kind") {
    pair.names_kind = true;
    CHECK(statement_share(pair, targets.list[0]) == 0.0);
  }
}

TEST_CASE("with an encoder names that differ in all are heard in other words", "[grading]") {
  CHECK(listed(kRescue, true) == std::vector{false, false});
  CHECK(listed(kSigns, true) == std::vector{false, false, false});
}

TEST_CASE("by words names without details are told apart by their spelling", "[grading]") {
  CHECK(listed(kRescue, false) == std::vector{true, true});
}

TEST_CASE("one detail in the item is enough to have its names heard in other words", "[grading]") {
  const auto item =
      test::item("zh", "盘点内容包括哪些？",
                 {test::point("数量盘点"), test::point("重量盘点", "称一称货物有多重。")});
  CHECK(listed(item, false) == std::vector{false, false});
}

}  // namespace pith::grading
