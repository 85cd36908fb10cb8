// Denials that are made of a point's own words, and judgements that are its words.
#include <catch2/catch.hpp>

#include "support/heard.h"
#include "support/items.h"

namespace pith::grading {
namespace {

using test::item;
using test::point;

// Of each point whether the sentence states it (h) or not (-), then the sentence.
const char* const kHabits = R"(
h--|老板自己上门谈
h--|单子不要交给销售
---|老板自己不上门谈
---|老板不上门，交给销售去谈
-h-|开完会写成纪要
---|开完会不写纪要
--h|不要偏向某一家云
---|可以偏向某一家云
---|跟客户抢生意
)";

const char* const kGarden = R"(
h-|Dig in autumn, not in spring.
h-|Dig in autumn rather than in spring.
--|Dig in spring, not in autumn.
--|Dig in spring rather than autumn.
--|Dig in spring instead of autumn.
-h|They weren't hardened off.
-h|Nobody hardened them off.
)";

const char* const kChurn = R"(
h--|价格太贵了
h--|价格实在太贵了一点
-h-|流程太麻烦了
--h|没有培训
)";

const char* const kLeak = R"(
h--|先把泵停了
h--|把水泵停掉
---|水泵不用停
-h-|地上的水拖干
--h|打电话报修
---|报修就算了，停了
)";

}  // namespace

TEST_CASE("a negation in a point's own words denies it, whatever else the point denies",
          "[grading]") {
  test::check_heard(item("zh", "应该怎么做？",
                         {point("亲自跑", "老板自己上门谈，不交给销售。"),
                          point("会议纪要", "口头说好的事不算，开完会写成纪要。"),
                          point("中立立场", "不跟客户抢生意，不偏向某一家云。")}),
                    kHabits);
}

TEST_CASE("who does away with what the point does away with states it", "[grading]") {
  test::check_heard(
      item("zh", "机房漏水了怎么办？",
           {point("马上停泵", "再漏下去要短路。"), point("拖干地面", "积水会伤机柜。"),
            point("打电话报修", "物业晚上也有人。")}),
      kLeak);
}

TEST_CASE("another filler in a name's frame is no part of the name where its own is denied",
          "[grading]") {
  test::check_heard(
      item("en", "What matters here?",
           {point("dig in autumn", "Frost breaks up the clods."), point("no hardening off")}),
      kGarden);
}

TEST_CASE("a judgement that a point's name has is what the point says", "[grading]") {
  test::check_heard(
      item("zh", "客户为什么走？", {point("价格太贵"), point("流程麻烦"), point("没有培训")}),
      kChurn);
}

}  // namespace pith::grading
