// Two things told apart: who gets them crosswise, and who says only what one of them does not.
#include <catch2/catch.hpp>

#include "support/heard.h"
#include "support/items.h"

namespace pith::grading {
namespace {

// Of each point whether the sentence states it (h) or not (-), then the sentence.
const char* const kPlants = R"(
h--|光合作用在叶绿体，呼吸作用在线粒体
h--|线粒体里进行呼吸，叶绿体里进行光合作用
---|光合作用在线粒体，呼吸作用在叶绿体
-h-|光合作用储存能量，有氧呼吸释放能量
---|光合作用释放能量，有氧呼吸储存能量
---|光合作用用葡萄糖和氧气，呼吸作用用二氧化碳和水
)";

const char* const kToads = R"(
h--|Frogs have smooth skin, toads have rough skin.
h--|Frogs have smooth skin but toads don't.
---|Toads have smooth skin and frogs have rough skin.
-h-|Frogs hop and toads walk.
---|Frogs walk and toads hop.
--h|Frogs lay eggs in clumps, toads in strings.
---|Frogs lay eggs in strings, toads in clumps.
)";

const char* const kPump = R"(
h-|Stop the pump.
h-|First stop the pump.
--|Don't stop the pump.
--|You need not stop the pump.
-h|Don't open the hatch.
--|Open the hatch.
)";

const char* const kBlood = R"(
h-|立刻停止输血
--|不用停止输血
--|不能停止输血，要继续输
-h|通知医生
)";

const char* const kMeat = R"(
h-|可以用流水冲
h-|应该放冷藏解冻
-h|别放在室温里化
)";

const char* const kFood = R"(
--|不会拉肚子
h-|会拉肚子
-h|会头晕
)";

deck::Item plants() {
  return test::item("zh", "光合作用和有氧呼吸有哪些不同？",
                    {test::point("场所", "光合作用在叶绿体，有氧呼吸主要在线粒体。"),
                     test::point("能量变化", "光合作用储存能量，有氧呼吸释放能量。"),
                     test::point("原料", "光合作用用二氧化碳和水，有氧呼吸用葡萄糖和氧气。")});
}

deck::Item toads() {
  return test::item("en", "How do frogs differ from toads?",
                    {test::point("skin", "Frogs have smooth skin, toads have rough skin."),
                     test::point("movement", "Frogs hop, toads walk."),
                     test::point("eggs", "Frogs lay them in clumps, toads in strings.")});
}

deck::Item pump() {
  return test::item("en", "Water stands in the engine room. What do you do?",
                    {test::point("stop the pump", "It would run dry."),
                     test::point("do not open the hatch", "Steam comes out.")});
}

deck::Item blood() {
  return test::item(
      "zh", "输血时病人发冷发抖，怎么办？",
      {test::point("停止输血", "先把管子夹住。"), test::point("通知医生", "请他马上来看。")});
}

deck::Item meat() {
  return test::item("zh", "冻肉怎样解冻？有哪些错误做法？",
                    {test::point("冷藏解冻", "放在冷藏室里慢慢化，或者用流动的水冲。"),
                     test::point("不能室温解冻", "放在室温里化，细菌会长得很快。")});
}

deck::Item food() {
  return test::item("zh", "吃了没煮熟的豆角会怎样？",
                    {test::point("拉肚子", "肠胃受刺激。"), test::point("头晕", "毒素影响神经。")});
}

}  // namespace

TEST_CASE("two things that are told apart crosswise are turned round", "[grading]") {
  test::check_heard(plants(), kPlants);
  test::check_heard(toads(), kToads);
}

TEST_CASE("a point that stops something can be denied", "[grading]") {
  test::check_heard(pump(), kPump);
  test::check_heard(blood(), kBlood);
}

TEST_CASE("what one may do is no contradiction where the question asks for both", "[grading]") {
  test::check_heard(meat(), kMeat);
}

TEST_CASE("what will not happen is no ignorance", "[grading]") {
  test::check_heard(food(), kFood);
}

}  // namespace pith::grading
