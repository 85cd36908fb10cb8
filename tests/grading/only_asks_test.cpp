// Answers that ask throughout.
#include <algorithm>

#include <catch2/catch.hpp>

#include "grading/grader.h"
#include "support/items.h"

namespace pith::grading {
namespace {

using test::item;
using test::point;

bool earns(const deck::Item& item, const char* answer) {
  const auto grade = pith::grading::grade(item, answer);
  return std::ranges::any_of(grade.points, [](const auto& each) { return each.credit > 0; });
}

}  // namespace

TEST_CASE("an answer that only asks states nothing", "[grading]") {
  const auto tea =
      item("zh", "怎样泡好一壶绿茶？",
           {point("水温八十度", "开水会把芽烫熟。"), point("先温杯", "杯子凉会掉温度。")});
  CHECK_FALSE(earns(tea, "水温要不要八十度？杯子要先温一下吗？"));
  CHECK_FALSE(earns(tea, "是不是先温杯啊？水温到底多少度呢？这个我真不知道。"));
  const auto* const said =
      GENERATE("水温八十度，先温杯", "水温是不是八十度？", "水温八十度？先温杯？",
               "为什么要先温杯呢？杯子凉会掉温度。", "水温是八十度吧？要先温杯吧？",
               "水不到八十度谁敢泡呢？杯子都要先温一下，谁敢省呢？");
  CAPTURE(said);
  CHECK(earns(tea, said));

  const auto press = item("en", "How do you get good coffee from a press?",
                          {point("coarse grind", "Fine grains slip through the mesh."),
                           point("four minutes", "Then push the plunger down.")});
  CHECK_FALSE(earns(press, "Would a coarse grind do? Is it four minutes, or how many?"));
  CHECK(earns(press, "Coarse grind? Four minutes?"));
  CHECK(earns(press, "Maybe a coarse grind will do? And it is four minutes?"));
}

TEST_CASE("where the question is what to ask, questions answer it", "[grading]") {
  const auto doctor =
      item("zh", "医生要问头疼的病人什么？",
           {point("疼了多久", "几个小时还是几天。"), point("吃过什么药", "剂量多大。")});
  CHECK(earns(doctor, "疼了多久了？吃过什么药？"));
  const auto flat = item("en", "What would you find out before you rent a flat?",
                         {point("how much heating costs", "Old windows leak."),
                          point("who lives above", "Ceilings are thin.")});
  CHECK(earns(flat, "How much does heating cost? Who lives above?"));
}

}  // namespace pith::grading
