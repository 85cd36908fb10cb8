// What would happen without it, what one can do without, and what is enough in its place.
#include <string>

#include <catch2/catch.hpp>

#include "grading/grader.h"
#include "grading/verdict.h"
#include "support/items.h"

using namespace pith::grading;
using pith::test::item;
using pith::test::point;

namespace {

/// Of the first point.
Verdict verdict(const pith::deck::Item& it, const std::string& answer) {
  return grade(it, answer).points.front().verdict;
}

pith::deck::Item bread() {
  return item("zh", "面团要怎么处理？",
              {point("盖湿布", "发酵时面团表面保持湿润。"), point("揉出手套膜", "筋度要够。")});
}

}  // namespace

TEST_CASE("who tells what happens without it asks for it", "[grading]") {
  CHECK(verdict(bread(), "不盖湿布的话表面会干") != Verdict::contradicted);
  CHECK(verdict(bread(), "不盖湿布面团容易起皮") != Verdict::contradicted);
  CHECK(verdict(bread(), "不盖湿布，放一会儿表面就裂开") != Verdict::contradicted);
  CHECK(verdict(bread(), "如果不盖湿布，烤出来也没人买") != Verdict::contradicted);
  CHECK(verdict(bread(), "不盖湿布，等于白做") != Verdict::contradicted);
  CHECK(verdict(bread(), "不用盖湿布") == Verdict::contradicted);
  CHECK(verdict(bread(), "别盖湿布") == Verdict::contradicted);
}

TEST_CASE("who tells that one can do without it does not ask for it", "[grading]") {
  CHECK(verdict(bread(), "不盖湿布也行") != Verdict::hit);
  CHECK(verdict(bread(), "没有湿布也不会干") != Verdict::hit);
  CHECK(verdict(bread(), "没有湿布也不行") != Verdict::contradicted);
}
