// Points that free of a duty, or end something: what says the same, and what brings it back.
#include <catch2/catch.hpp>

#include "support/items.h"
#include "support/verdict.h"

using namespace pith::grading;
using pith::test::first_verdict;
using pith::test::item;
using pith::test::point;

TEST_CASE("what need not be is what a point frees of", "[grading]") {
  const auto market =
      item("zh", "新集市怎么吸引摊主？",
           {point("头三月免收摊位费", "开张三个月内摊主不付钱。"), point("修好道路")});
  for (const auto* right : {"头三个月不用交摊位费", "前三个月摊位费可以不交", "摊位费头三个月取消",
                            "头三个月摊位费不必付"}) {
    INFO(right);
    CHECK(first_verdict(market, right) == Verdict::hit);
  }
  CHECK(first_verdict(market, "不用免收摊位费") == Verdict::contradicted);

  const auto fee =
      item("zh", "集市靠什么维持？", {point("收摊位费", "每个摊主按月付。"), point("修好道路")});
  CHECK(first_verdict(fee, "不用交摊位费") == Verdict::contradicted);

  const auto widows = item("en", "What did the new lord grant?",
                           {point("widows are exempt from the mill tax"), point("a market day")});
  CHECK(first_verdict(widows, "widows don't have to pay the mill tax") == Verdict::hit);
  CHECK(first_verdict(widows, "widows need not be exempt from the mill tax") ==
        Verdict::contradicted);
}

TEST_CASE("what has to be turns round what a point frees of", "[grading]") {
  const auto market =
      item("zh", "新集市怎么吸引摊主？",
           {point("头三月免收摊位费", "开张三个月内摊主不付钱。"), point("修好道路")});
  CHECK(first_verdict(market, "头三个月照样要交摊位费") == Verdict::contradicted);
  CHECK(first_verdict(market, "头三个月免收，以后都要交摊位费") == Verdict::hit);

  const auto king =
      item("zh", "新王做了什么？", {point("废除夜巡", "夜里不再有人巡街。"), point("减税")});
  CHECK(first_verdict(king, "他恢复了夜巡") == Verdict::contradicted);

  const auto widows = item("en", "What did the new lord grant?",
                           {point("widows are exempt from the mill tax"), point("a market day")});
  CHECK(first_verdict(widows, "widows must pay the mill tax") == Verdict::contradicted);
  CHECK(first_verdict(widows, "widows are exempt, all others must pay the mill tax") ==
        Verdict::hit);
}
