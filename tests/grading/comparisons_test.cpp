// One thing weighed against another, or told to come before it: the same said from the other side
// is no reversal; the sides exchanged, or the opposite between them, is.
#include <catch2/catch.hpp>

#include "support/heard.h"
#include "support/items.h"

namespace pith::grading {
namespace {

using test::item;
using test::point;

// Of each point whether the sentence states it (h) or not (-), then the sentence.
const char* const kTrail = R"(
h--|The lake path is shorter than the ridge path.
h--|The ridge path is longer than the lake path.
---|The lake path is longer than the ridge path.
---|The ridge path is shorter than the lake path.
-h-|The tent comes before the supper.
-h-|After the tent comes the supper.
-h-|Supper is cooked after pitching the tent.
---|The tent is pitched after supper.
--h|A kettle burns more gas than the stove.
---|The stove burns more gas than a kettle.
h--|The ridge path is longer.
)";

const char* const kTown = R"(
h--|学校比医院远
h--|医院比学校近
---|学校比医院近
---|医院比学校远
-h-|松木板比杉木板厚
-h-|杉木板没有松木板厚
---|松木板比杉木板薄
---|杉木板比松木板厚
--h|井口有盖子
)";

const char* const kShop = R"(
h--|成本比售价低
---|售价比成本低
---|成本高于售价
---|成本比售价高
-h-|水箱高于屋顶
---|水箱低于屋顶
---|水箱比屋顶低
--h|夜班的噪声低于白班的噪声
--h|白班的噪声高于夜班的噪声
---|白班的噪声低于夜班的噪声
---|夜班的噪声高于白班的噪声
)";

/// What is wanted, and what is not.
const char* const kLate = R"(
h--|cut the scope instead of the price
h--|cut the scope, not the price
h--|cut the scope rather than the price
---|cut the price instead of the scope
---|cut the price, not the scope
---|cut the price rather than the scope
-h-|percentiles, not averages
-h-|not averages but percentiles
---|averages, not percentiles
---|averages instead of percentiles
)";

const char* const kPots = R"(
h--|看分位数，不是平均值
h--|要看分位数而非平均值
h--|不看平均值，看分位数
---|看平均值，不是分位数
---|要看平均值而非分位数
-h-|少量多次，而不是一次浇透
-h-|少量多次，而
-h-|少量多次而
---|一次浇透浓肥，而不是少量多次
)";

/// What is denied of the one that has less.
const char* const kFuels = R"(
h-|Coal isn't as cheap as gas.
h-|Coal is more expensive than gas.
--|Coal is cheaper than gas.
-h|硬木没有软木便宜
-h|硬木不如软木便宜
-h|软木便宜，硬木贵
--|硬木比软木便宜
)";

const char* const kOrder = R"(
h--|先洗菜后切菜
h--|切菜之前先洗菜
h--|洗完菜再切菜
h--|洗菜以后再切菜
h--|先洗菜，再切菜
---|先切菜后洗菜
---|洗菜之前先切菜
---|先切菜，再洗菜
h--|先切菜后洗菜就晚了，要先洗菜后切菜
h--|别先切菜后洗菜
h--|先洗菜，别先切菜
h--|切菜前先洗菜
---|洗菜前先切菜
-h-|很少放盐
---|经常放盐
--h|中途别揭锅盖
--h|中途揭锅盖容易夹生
---|中途揭锅盖没事
)";

const char* const kMarkets = R"(
h-|早市的菜没有超市贵
--|早市的菜比超市贵
--|超市的菜没有早市贵
-h|早市的摊位比超市多
--|早市的摊位没有超市多
hh|早市的摊位多于超市，超市的价格高于早市
)";

/// Words that may speak against something compare here.
const char* const kGame = R"(
h|进攻比防守重要
-|防守比进攻重要
)";

/// Points that tell why: what comes of the contrary is a reason for them.
const char* const kWhy = R"(
h-|水箱高于屋顶，低于屋顶会倒灌
-h|先试后买，买完再试就晚了
)";

}  // namespace

TEST_CASE("a comparison or an order may be told from its other side", "[grading]") {
  test::check_heard(
      item("en", "How do you plan a walk of two days?",
           {point("the lake path is shorter than the ridge path", "It saves an hour."),
            point("tent before supper", "Pitch it while there is light."),
            point("less gas than a kettle", "The stove burns two hundred grams.")}),
      kTrail);
  test::check_heard(item("zh", "开一家小店要注意什么？",
                         {point("成本比售价低", "不然卖得越多亏得越多。"),
                          point("水箱高于屋顶", "防止积水倒灌。"),
                          point("夜班的噪声低于白班的噪声", "邻居要睡觉。")}),
                    kShop);
  test::check_heard(
      item("zh", "镇上的房子和木料怎么样？",
           {point("学校比医院远", "走路要四十分钟。"), point("松木板比杉木板厚", "所以更重。"),
            point("井口有盖子", "小孩掉不进去。")}),
      kTown);
}

TEST_CASE("what is wanted instead of the other is turned round by the other instead", "[grading]") {
  test::check_heard(item("en", "A project is late. What do you do, and what do you measure?",
                         {point("cut the scope instead of the price", "The date stays."),
                          point("percentiles rather than averages", "The tail is what users feel."),
                          point("tell the customer early", "Surprises cost trust.")}),
                    kLate);
  test::check_heard(item("zh", "怎样看延迟，怎样施肥？",
                         {point("看分位数，不是平均值", "长尾才是用户感受到的。"),
                          point("薄肥勤施", "少量多次，而不是一次浇透浓肥。"),
                          point("傍晚浇水", "中午土太烫。")}),
                    kPots);
}

TEST_CASE("who denies a comparison of the other side states it", "[grading]") {
  test::check_heard(item("en", "What do you build and heat with?",
                         {point("gas is cheaper than coal", "A pipe brings it."),
                          point("软木比硬木便宜", "长得快。")}),
                    kFuels);
}

TEST_CASE("what one of two has not may be told as what the other has", "[grading]") {
  test::check_heard(item("zh", "早市和超市有什么不同？",
                         {point("早市的菜没有超市贵", "少一道手。"),
                          point("早市的摊位多于超市", "一条街都是。")}),
                    kMarkets);
}

TEST_CASE("what is compared may be called by a word that objects elsewhere", "[grading]") {
  test::check_heard(item("zh", "怎么踢好这场球？", {point("进攻比防守重要", "先进球的人少跑路。")}),
                    kGame);
}

TEST_CASE("a Chinese order may be told from either end, and turned round", "[grading]") {
  test::check_heard(item("zh", "做饭要注意什么？",
                         {point("先洗菜后切菜", "营养流失少。"), point("很少放盐", "血压不高。"),
                          point("不揭锅盖", "蒸汽跑掉会夹生。")}),
                    kOrder);
}

TEST_CASE("what comes of the contrary contradicts no point", "[grading]") {
  test::check_heard(
      item("zh", "装修要注意什么？",
           {point("水箱高于屋顶", "防止积水倒灌。"), point("先试后买", "样品先试三天。")}),
      kWhy);
}

}  // namespace pith::grading
