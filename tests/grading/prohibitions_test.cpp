// Points that forbid, keep away from something or name a lack, and questions about what one may not
// do.
#include <catch2/catch.hpp>

#include "grading/grader.h"
#include "grading/verdict.h"
#include "support/heard.h"
#include "support/items.h"

namespace pith::grading {
namespace {

// Of each point whether the sentence states it (h) or not (-), then the sentence.
const char* const kRain = R"(
-h-|Don't drive through deep puddles.
-h-|Never go through a deep puddle.
hh-|Slow down and stay out of deep puddles.
-h-|Go round deep puddles.
-h-|Deep puddles kill the engine.
---|You don't need to avoid puddles.
---|No need to avoid deep puddles.
---|I don't avoid deep puddles.
)";

/// What details keep away from.
const char* const kAway = R"(
h--|Don't leave it in direct sun.
h--|No direct sun.
h--|It shouldn't lie in the sun.
---|You don't have to keep it cool.
---|Don't keep it cool.
-h-|Mulch shouldn't touch the trunk.
---|Don't mulch at all.
--h|Don't get near a lee shore.
)";

const char* const kHeart = R"(
h--|They can't breathe well when climbing stairs.
--h|The patient doesn't sleep well.
---|There is no shortness of breath.
---|Not poor sleep.
)";

const char* const kCamp = R"(
h--|别在河滩上扎营。
h--|不要睡在河滩。
h--|帐篷不能搭在河滩上。
---|不用避开河滩。
---|没必要避开河滩。
)";

const char* const kPan = R"(
h--|不能泡水。
h--|千万别泡水。
h--|别泡水。
h--|禁止泡水。
h--|避免泡水。
h--|泡水可不行。
h--|泡水是不行的。
h--|泡水是大忌。
h--|不可以泡水。
-h-|千万别用钢丝球刷。
-h-|不要用钢丝球刷。
-h-|用钢丝球刷不行。
---|可以用钢丝球刷。
---|最好用钢丝球刷。
)";

const char* const kFlat = R"(
h-|别拆阳台的墙
--|阳台的墙拆了没事
--|拆阳台的墙没问题
-h|插座离水远点
)";

const char* const kPot = R"(
h--|Don't soak it.
h--|Do not soak it.
h--|You must not soak it.
h--|Never ever soak it.
-h-|No scrubbing with steel wool.
-h-|Avoid scrubbing it with steel wool.
-h-|You shouldn't scrub it with steel wool.
---|Soak it.
---|You can soak it.
---|Soak it overnight.
---|Scrub it with steel wool.
---|You should scrub it with steel wool.
---|Scrubbing it with steel wool is fine.
)";

const char* const kFire = R"(
h--|千万别坐电梯。
h--|坐电梯。
-h-|别回去拿财物。
-h-|千万别回去拿财物。
-h-|回去拿财物。
--h|发烫的门别开。
hh-|坐电梯、回去拿财物
---|应该坐电梯。
---|坐电梯最快。
---|可以回去拿财物。
)";

const char* const kBurn = R"(
h--|Ice on the skin
h--|Putting ice on the skin.
-h-|Open the blisters.
-h-|Never open the blisters.
--h|Butter on it.
hh-|ice on the skin, opening blisters
---|You should always open blisters.
---|Butter is best.
---|You can put butter on it.
)";

const char* const kDrone = R"(
h--|Not near an airport.
h--|You can't fly it near an airport.
-h-|Don't fly above a crowd.
hhh|Airport, crowd, dark.
hh-|Near an airport it's forbidden, and never above a crowd.
---|You can fly near an airport.
---|Flying above a crowd is fine.
--h|In the dark it is not allowed.
)";

const char* const kPhotos = R"(
h--|展品怕光的时候不能拍。
-h-|有人做礼拜就别拍。
hh-|怕光的展品不许拍，做礼拜的时候也不行。
--h|门口挂着禁止牌的不准拍。
---|展品怕光也可以拍。
---|做礼拜的时候随便拍没事。
h--|展品怕光。
)";

/// Points that keep away from something, or name a lack.
deck::Item rain() {
  return test::item("en", "What do you do when you drive in heavy rain?",
                    {test::point("slow down", "Wet roads give less grip."),
                     test::point("avoid deep puddles", "The engine can take in water."),
                     test::point("keep more distance", "Braking takes longer.")});
}

deck::Item heart() {
  return test::item("en", "How do you recognise heart failure?",
                    {test::point("shortness of breath", "Climbing stairs gets hard."),
                     test::point("swollen legs", "Water gathers in the tissue."),
                     test::point("poor sleep", "The patient wakes up and sits upright.")});
}

deck::Item camp() {
  return test::item(
      "zh", "山里过夜要注意什么？",
      {test::point("避开河滩", "半夜可能涨水。"), test::point("火要灭透", "余烬会引起山火。"),
       test::point("食物挂高", "免得野兽来翻。")});
}

/// Points that forbid something.
deck::Item pan() {
  return test::item(
      "zh", "铁锅怎么保养？",
      {test::point("不要泡水", "会生锈。"), test::point("不能用钢丝球刷", "会刮掉油膜。"),
       test::point("用完擦干", "水汽也会生锈。")});
}

deck::Item pot() {
  return test::item("en", "What matters when you care for a cast-iron pot?",
                    {test::point("Never soak it", "It rusts."),
                     test::point("Don't scrub it with steel wool", "That takes off the oil."),
                     test::point("Dry it at once", "Steam makes rust too.")});
}

/// The same, where the question is what one may not do.
deck::Item fire() {
  return test::item(
      "zh", "家里起火逃生时不该做什么？",
      {test::point("不要坐电梯", "断电会困在里面。"), test::point("不要回去拿财物", "命比钱重要。"),
       test::point("不要开发烫的门", "门外就是火。")});
}

deck::Item burn() {
  return test::item("en", "What must you not do with a burn?",
                    {test::point("No ice on the skin", "It damages the tissue further."),
                     test::point("Do not open blisters", "Germs get in."),
                     test::point("Don't put butter on it", "It keeps the heat in.")});
}

/// Questions about what one may not do.
deck::Item drone() {
  return test::item("en", "When are you not allowed to use a drone?",
                    {test::point("near an airport", "Planes take off and land there."),
                     test::point("above a crowd", "It could fall on somebody."),
                     test::point("in the dark", "Nobody can see where it is.")});
}

deck::Item photos() {
  return test::item(
      "zh", "哪些时候不准拍照？",
      {test::point("展品怕光", "闪光灯会伤害颜料。"), test::point("有人在做礼拜", "那会打扰他们。"),
       test::point("门口挂着禁止牌", "馆方已经说明。")});
}

}  // namespace

TEST_CASE("a denial agrees with a point that keeps away from something or names a lack",
          "[grading]") {
  test::check_heard(rain(), kRain);
  test::check_heard(heart(), kHeart);
  test::check_heard(camp(), kCamp);
}

TEST_CASE("a point that forbids is stated by any prohibition and reversed by doing it",
          "[grading]") {
  test::check_heard(pan(), kPan);
  test::check_heard(pot(), kPot);
}

TEST_CASE("doing what a detail tells not to do, beside what it tells, reverses the point",
          "[grading]") {
  const auto item = test::item(
      "en", "How do you hold a negotiation?",
      {test::point("let silence work",
                   "Wait after your offer instead of filling the gap with talk."),
       test::point("ask for the past", "Hear what they did, rather than what they would do."),
       test::point("stay calm", "Speak slowly, never raise your voice at the other side.")});
  const auto verdict = [&](std::size_t point, const char* answer) {
    return grade(item, answer).points[point].verdict;
  };
  CHECK(verdict(0, "Fill the gap with talk.") == Verdict::contradicted);
  CHECK(verdict(2, "Raise your voice at the other side.") == Verdict::contradicted);
  CHECK(verdict(0, "Wait after your offer and do not fill the gap.") != Verdict::contradicted);
  CHECK(verdict(2, "Don't raise your voice at the other side.") != Verdict::contradicted);
  CHECK(verdict(1, "Hear what they did.") != Verdict::contradicted);
}

TEST_CASE("who says of another point what a detail forbids does not reverse this one",
          "[grading]") {
  const auto item =
      test::item("en", "Where does a young firm get money?",
                 {test::point("bank loan", "The bank wants interest but takes no shares."),
                  test::point("crowd", "Many small investors get shares through a website.")});
  CHECK(grade(item, "Small investors get shares.").points[0].verdict == Verdict::missed);
}

TEST_CASE("what a point forbids may be permitted in words that look like denials", "[grading]") {
  test::check_heard(test::item("zh", "装修要注意什么？",
                               {test::point("不拆阳台的墙", "下面没有梁。"),
                                test::point("插座离水远", "漏电会死人。")}),
                    kFlat);
}

TEST_CASE("who denies what a detail keeps away from states the point", "[grading]") {
  test::check_heard(
      test::item("en", "How do you look after what you own?",
                 {test::point("keep it cool", "Away from direct sun."),
                  test::point("mulch", "Bark over the roots, kept away from the trunk."),
                  test::point("sea room", "Stay off a lee shore.")}),
      kAway);
}

TEST_CASE("where the question is what one may not do, a denial answers it", "[grading]") {
  test::check_heard(fire(), kFire);
  test::check_heard(burn(), kBurn);
  test::check_heard(drone(), kDrone);
  test::check_heard(photos(), kPhotos);
}

}  // namespace pith::grading
