// Frames that say the opposite about the same words: 开会前 and 开会后, 先慢后快 and 先快后慢.
#include <string>

#include <catch2/catch.hpp>

#include "grading/grader.h"
#include "support/items.h"

namespace pith::grading {
namespace {

using test::item;
using test::point;

Verdict of(const std::string& answer, std::size_t p) {
  static const auto bread =
      item("zh", "怎样烤好一炉面包？",
           {point("发酵前揉出筋", "膜要能拉开。"), point("搅拌先慢后快", "粉不会飞出来。"),
            point("烤箱低于面粉的焦点", "颜色才均匀。"), point("糖比盐多", "酵母才有力气。")});
  return grade(bread, answer).points[p].verdict;
}

}  // namespace

TEST_CASE("a frame with its words the other way round turns the point round", "[grading]") {
  CHECK(of("发酵后揉出筋", 0) == Verdict::contradicted);
  CHECK(of("等发酵以后再揉出筋", 0) == Verdict::contradicted);
  CHECK(of("搅拌先快后慢", 1) == Verdict::contradicted);
  CHECK(of("烤箱要比面粉的焦点高", 2) == Verdict::contradicted);
}

TEST_CASE("the same frame, another one and one that is denied turn nothing round", "[grading]") {
  CHECK(of("发酵之前揉出筋", 0) == Verdict::hit);
  CHECK(of("整形后揉出筋", 0) != Verdict::contradicted);
  CHECK(of("发酵前揉出筋，发酵后就不揉了", 0) != Verdict::contradicted);
  CHECK(of("搅拌先慢后快", 1) == Verdict::hit);
  CHECK(of("搅拌不能先快后慢", 1) != Verdict::contradicted);
  CHECK(of("烤箱比面粉的焦点低", 2) != Verdict::contradicted);
}

}  // namespace pith::grading
