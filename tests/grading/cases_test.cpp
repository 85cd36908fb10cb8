// What would happen without it, what one can do without, and what is enough in its place.
#include <catch2/catch.hpp>

#include "support/items.h"
#include "support/verdict.h"

using namespace pith::grading;
using pith::test::first_verdict;
using pith::test::item;
using pith::test::point;

namespace {

pith::deck::Item bread() {
  return item("zh", "面团要怎么处理？",
              {point("盖湿布", "发酵时面团表面保持湿润。"), point("揉出手套膜", "筋度要够。")});
}

}  // namespace

TEST_CASE("who tells what happens without it asks for it", "[grading]") {
  CHECK(first_verdict(bread(), "不盖湿布的话表面会干") != Verdict::contradicted);
  CHECK(first_verdict(bread(), "不盖湿布面团容易起皮") != Verdict::contradicted);
  CHECK(first_verdict(bread(), "不盖湿布，放一会儿表面就裂开") != Verdict::contradicted);
  CHECK(first_verdict(bread(), "如果不盖湿布，烤出来也没人买") != Verdict::contradicted);
  CHECK(first_verdict(bread(), "不盖湿布，等于白做") != Verdict::contradicted);
  CHECK(first_verdict(bread(), "没时间也要盖湿布") != Verdict::contradicted);
  CHECK(first_verdict(bread(), "不用盖湿布") == Verdict::contradicted);
  CHECK(first_verdict(bread(), "别盖湿布") == Verdict::contradicted);
}

TEST_CASE("a word that only contains a consequence or a conjunction is none", "[grading]") {
  CHECK(first_verdict(bread(), "我们没有盖湿布的人才") != Verdict::hit);
  CHECK(first_verdict(bread(), "不盖湿布不和面") == Verdict::hit);
}

TEST_CASE("who tells that one can do without it does not ask for it", "[grading]") {
  CHECK(first_verdict(bread(), "不盖湿布就行") != Verdict::hit);
  CHECK(first_verdict(bread(), "不盖湿布才对") != Verdict::hit);
  CHECK(first_verdict(bread(), "不盖湿布反而好") != Verdict::hit);
  CHECK(first_verdict(bread(), "不盖湿布也行") != Verdict::hit);
  CHECK(first_verdict(bread(), "没有湿布也不会干") != Verdict::hit);
  CHECK(first_verdict(bread(), "没湿布也不行") != Verdict::contradicted);
  CHECK(first_verdict(bread(), "不盖湿布的话更省事") != Verdict::hit);
}

TEST_CASE("who tells that all is well without it does not ask for it", "[grading]") {
  const auto dough =
      item("en", "What does bread need?",
           {point("rest the dough", "An hour under a cloth."), point("fresh yeast")});
  CHECK(first_verdict(dough, "Without resting the dough you save time") != Verdict::hit);
  CHECK(first_verdict(dough, "If you don't rest the dough you'll be fine") != Verdict::hit);
  CHECK(first_verdict(dough, "If you don't rest the dough it tears") == Verdict::hit);
  CHECK(first_verdict(dough, "Without resting the dough you get a brick") == Verdict::hit);
}

TEST_CASE("what is enough in the place of what is needless earns nothing", "[grading]") {
  const auto hike = item("zh", "进山前要准备什么？",
                         {point("登记路线", "把走法写给值班的人。"), point("带够水")});
  CHECK(first_verdict(hike, "不用登记，走法跟朋友说一声就行") == Verdict::contradicted);
  CHECK(first_verdict(hike, "走法跟朋友说一声就够了，没必要登记") == Verdict::contradicted);
  CHECK(first_verdict(hike, "走法写下来交给值班的人就行") == Verdict::hit);

  const auto garden =
      item("en", "How does one lend tools?",
           {point("written list", "Each tool is noted with its borrower."), point("deposit")});
  CHECK(first_verdict(garden, "remembering the borrower is enough, you don't need a list") ==
        Verdict::contradicted);
}

TEST_CASE("nobody without is everybody with", "[grading]") {
  const auto site = item("en", "What holds on a building site?",
                         {point("everyone wears a helmet", "Visitors get one at the gate.")});
  CHECK(first_verdict(site, "nobody comes in without wearing a helmet") != Verdict::contradicted);
  CHECK(first_verdict(site, "nobody wears a helmet") == Verdict::contradicted);
}

TEST_CASE("who tells what comes of forgetting it asks for it", "[grading]") {
  CHECK(first_verdict(bread(), "忘了盖湿布就麻烦了") == Verdict::hit);
  CHECK(first_verdict(bread(), "一忘了盖湿布就会干") == Verdict::hit);
  CHECK(first_verdict(bread(), "最怕忘了盖湿布") == Verdict::hit);
  CHECK(first_verdict(bread(), "后悔没盖湿布") == Verdict::hit);
  CHECK(first_verdict(bread(), "盖湿布是为什么我忘了") != Verdict::hit);
}

TEST_CASE("what the next clause calls wrong to leave out is asked for", "[grading]") {
  CHECK(first_verdict(bread(), "很多人不盖湿布，这是不对的") == Verdict::hit);
  CHECK(first_verdict(bread(), "有人不盖湿布，这样很危险") == Verdict::hit);
  CHECK(first_verdict(bread(), "很多人不盖湿布，这样更快") != Verdict::hit);
}

TEST_CASE("what only looks useless is stated, what only looks useful is not", "[grading]") {
  CHECK(first_verdict(bread(), "盖湿布看似多余，其实最管用") == Verdict::hit);
  CHECK(first_verdict(bread(), "有人嫌盖湿布没用，实际上很要紧") == Verdict::hit);
  CHECK(first_verdict(bread(), "盖湿布看起来有用，其实没用") == Verdict::contradicted);
}

TEST_CASE("what nothing else is as good as is stated, and that else is not", "[grading]") {
  CHECK(first_verdict(bread(), "喷水没有盖湿布管用") == Verdict::hit);
  CHECK(first_verdict(bread(), "没有哪样比盖湿布管用") == Verdict::hit);
  CHECK(first_verdict(bread(), "盖湿布没有喷水管用") != Verdict::hit);
}
