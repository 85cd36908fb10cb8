// A prefix that turns a word of a point round.
#include <catch2/catch.hpp>

#include "support/items.h"
#include "support/verdict.h"

using namespace pith::grading;
using pith::test::first_verdict;
using pith::test::item;
using pith::test::point;

TEST_CASE("a word with a denying prefix is not that word", "[grading]") {
  const auto tea = item("en", "What does the shop sell?",
                        {point("sweetened tea", "With honey."), point("dried fruit")});
  CHECK(first_verdict(tea, "unsweetened tea") == Verdict::contradicted);
  CHECK(first_verdict(tea, "sweetened tea") == Verdict::hit);
  CHECK(first_verdict(tea, "sweetened tea, and unsweetened tea too") == Verdict::hit);

  const auto floor =
      item("en", "What does a bathroom get?", {point("non-slip tiles"), point("fan")});
  CHECK(first_verdict(floor, "non-slip tiles") == Verdict::hit);
  CHECK(first_verdict(floor, "nonslip tiles") == Verdict::hit);
  CHECK(first_verdict(floor, "non slip tiles") == Verdict::hit);
  const auto tiles = item("en", "What does a bathroom get?", {point("glazed tiles"), point("fan")});
  CHECK(first_verdict(tiles, "non-glazed tiles") == Verdict::contradicted);
}

TEST_CASE("a word without the prefix that a point has is not that word", "[grading]") {
  const auto jobs = item("en", "What did she put in the drawer?",
                         {point("unfinished drawings"), point("old letters")});
  CHECK(first_verdict(jobs, "finished drawings") == Verdict::contradicted);
  CHECK(first_verdict(jobs, "unfinished drawings") == Verdict::hit);
}

TEST_CASE("a word that merely looks like its opposite is none", "[grading]") {
  const auto store =
      item("en", "What is kept in the cellar?", {point("flammable oil"), point("old wine")});
  CHECK(first_verdict(store, "inflammable oil") != Verdict::contradicted);
}

TEST_CASE("非 and 无 before a name turn it round", "[grading]") {
  const auto paint = item("zh", "这种漆有什么性质？", {point("防水性"), point("透气性")});
  CHECK(first_verdict(paint, "非防水性") == Verdict::contradicted);
  CHECK(first_verdict(paint, "无防水性，有透气性") == Verdict::contradicted);
  CHECK(first_verdict(paint, "无非防水性、透气性") != Verdict::contradicted);
  CHECK(first_verdict(paint, "防水性") == Verdict::hit);

  const auto kitchen = item("zh", "后厨有什么规矩？", {point("消毒的刀具"), point("干净的围裙")});
  CHECK(first_verdict(kitchen, "未消毒的刀具不能用") != Verdict::contradicted);
}
