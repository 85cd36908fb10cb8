// Adjectives of one Chinese character: 水温低 is the opposite of 水温高.
#include <string>

#include <catch2/catch.hpp>

#include "grading/grader.h"
#include "support/items.h"

using namespace pith::grading;
using pith::test::item;
using pith::test::point;

TEST_CASE("an adjective of one character turns round what it is said of", "[grading]") {
  const auto heat = item("zh", "夏天的池塘为什么会缺氧？",
                         {point("水温高", "热水里溶解的氧气少。"), point("水草多", "夜里只呼吸。"),
                          point("换水次数较少", "一个月都没有活水进来。")});
  const auto of = [&](const std::string& answer, std::size_t p) {
    return grade(heat, answer).points[p].verdict;
  };
  CHECK(of("水温低", 0) == Verdict::contradicted);
  CHECK(of("因为水温很低", 0) == Verdict::contradicted);
  CHECK(of("水温不高", 0) == Verdict::contradicted);
  CHECK(of("水温很高", 0) == Verdict::hit);
  CHECK(of("水温不低", 0) != Verdict::contradicted);
  CHECK(of("水草少", 1) == Verdict::contradicted);
  CHECK(of("池塘里水草太多了", 1) == Verdict::hit);
  CHECK(of("换水次数多", 2) == Verdict::contradicted);
  CHECK(of("换水次数不多", 2) == Verdict::hit);
}

TEST_CASE("an adjective of something else turns nothing round", "[grading]") {
  const auto heat =
      item("zh", "夏天的池塘为什么会缺氧？",
           {point("水温高", "热水里溶解的氧气少。"), point("水草多", "夜里只呼吸。")});
  const auto* answer = GENERATE("水温高，水位低", "水草多，鱼少", "大大小小的水草多", "水温的高低");
  for (const auto& each : grade(heat, answer).points) {
    CHECK(each.verdict != Verdict::contradicted);
  }
}

TEST_CASE("an adjective before two characters is the opposite of another before the same",
          "[grading]") {
  const auto pond =
      item("zh", "怎样养好一塘鱼？",
           {point("低密度放养", "鱼少了才有氧气。"), point("多换新水", "脏了就要换掉一半。"),
            point("浅水区种草", "给小鱼躲藏。")});
  const auto of = [&](const std::string& answer, std::size_t p) {
    return grade(pond, answer).points[p].verdict;
  };
  CHECK(of("放养用高密度", 0) == Verdict::contradicted);
  CHECK(of("少换新水", 1) == Verdict::contradicted);
  CHECK(of("深水区种草", 2) == Verdict::contradicted);

  CHECK(of("低密度放养", 0) == Verdict::hit);
  CHECK(of("放养不能一上来就用高密度", 0) != Verdict::contradicted);
  CHECK(of("浅水区种草，深水区养鱼", 2) == Verdict::hit);
}
