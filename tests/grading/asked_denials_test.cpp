// Questions that ask for what is not so, and words that only look like denials: names, attributes.
#include <catch2/catch.hpp>

#include "support/heard.h"
#include "support/items.h"

namespace pith::grading {
namespace {

// Of each point whether the sentence states it (h) or not (-), then the sentence.
const char* const kBirds = R"(
h--|Penguins cannot fly.
hh-|Penguins can't fly and ostriches can't fly either.
-h-|An ostrich is not able to fly because it's too heavy.
-h-|Ostriches are too heavy to fly.
h--|A penguin doesn't fly, it swims.
hhh|Penguins, ostriches and kiwis
---|Penguins can fly.
-h-|Penguins can fly, ostriches can't.
)";

const char* const kMetals = R"(
hh-|Copper isn't magnetic, and neither is aluminium.
--h|Gold is not magnetic.
h--|Copper does not stick to a magnet.
---|Copper is magnetic.
)";

const char* const kColds = R"(
h-|Antibiotics don't help.
h-|Antibiotics are useless against a virus.
-h|Cold baths don't help at all.
h-|Antibiotics do nothing, because a cold is caused by a virus.
)";

const char* const kMosquitoes = R"(
h--|超声波驱蚊器没用。
hh-|超声波没用，吃大蒜也没用。
-h-|吃大蒜不管用。
--h|薄荷盆栽没什么效果。
h--|超声波驱蚊器根本没效果，蚊子不怕。
)";

const char* const kTickets = R"(
h-|过期的票无效。
hh|过期的票无效，撕掉一半的票也无效。
-h|撕掉一半的无效。
--|过期的票有效。
--|过期的票不是无效的。
)";

const char* const kRules = R"(
h-|单日限行已经废除了。
hh|单日限行废除了，购房摇号也取消了。
--|单日限行还没有废除。
)";

const char* const kDrinks = R"(
h--|白开水不含糖。
hh-|白开水不含糖，纯茶也不含。
--h|黑咖啡没有糖。
---|白开水含糖。
)";

const char* const kLadder = R"(
h--|Long to build
h--|It is long to build and heavy.
-h-|Not worth it for a single shelf.
-hh|It isn't worth it for one shelf or for a rented flat.
-h-|For a shelf it's not wroth it.
--h|A ladder is not worth it in a rented flat.
)";

const char* const kWatering = R"(
h-|下雨天不用浇
h-|雨天不用浇花
-h|冬天不用浇水
hh|雨天和冬天都不用浇水
)";

const char* const kTent = R"(
h-|Short trips don't need one.
h-|If the trip is short you don't need one.
h-|no need on a short trip
h-|On a short trip a tent is useless.
h-|A short trip is better off without.
h-|not on a short trip
-h|You can skip it if there are huts along the way.
--|On a short trip you need a tent.
--|Short trips need a tent most.
--|The trip is not short.
hh|Not for short trips, and not where huts stand along the way.
)";

const char* const kBicycle = R"(
h--|路面颠簸的地方不适合骑
-h-|天黑以后没必要骑
-h-|天黑了骑车就不划算了
--h|骑车省钱
-h-|天黑以后别骑
---|路面颠簸的地方最适合骑
h--|路面颠簸的话，骑车没意义
)";

const char* const kBread = R"(
h-|密封保存新鲜。
-h|冷冻能保持新鲜。
--|别冷冻。
)";

const char* const kJobs = R"(
hhhhh|queued, running, failed, cancelled and skipped
-hh--|running or failed
h--h-|cancelled, queued
-----|A job is useless.
)";

const char* const kSegments = R"(
hhh|SYN, SYN-ACK, ACK
hhh|SYN -> SYN-ACK -> ACK
hh-|SYN, SYN-ACK
)";

const char* const kPackets = R"(
hhh|The router discards it and notifies the sender with ICMP, to prevent endless loops.
-h-|The sender gets an ICMP time exceeded.
hh-|The packet is dropped and the sender gets an ICMP message.
--h|That way no packet goes round forever.
)";

const char* const kBalcony = R"(
h-|清理地漏，补防水多余
h-|清理地漏，补防水是多余的
h-|多余的泥沙要从地漏里掏掉
-h|补防水
)";

const char* const kInvitation = R"(
hh|对方还没答应，或者情况变了，就能收回
-h|情况变了可以收回
h-|情况有变，不对，我收回，是对方还没答应
)";

deck::Item birds() {
  return test::item("en", "Which birds cannot fly?",
                    {test::point("Penguins", "They use their wings to swim."),
                     test::point("Ostriches", "Too heavy, but fast runners."),
                     test::point("Kiwis", "Small birds of New Zealand with tiny wings.")});
}

deck::Item metals() {
  return test::item("en", "Which metals are not magnetic?",
                    {test::point("Copper", "Used in wires."),
                     test::point("Aluminium", "Light, used for cans and planes."),
                     test::point("Gold", "Soft, and stays bright.")});
}

deck::Item colds() {
  return test::item("en", "What does not help against a cold?",
                    {test::point("Antibiotics", "They kill bacteria, and a cold is a virus."),
                     test::point("Cold baths", "They only make you shiver.")});
}

deck::Item mosquitoes() {
  return test::item("zh", "哪些办法对蚊子没用？",
                    {test::point("超声波驱蚊器", "蚊子根本不怕这种声音。"),
                     test::point("吃大蒜", "气味传不到皮肤外面。"),
                     test::point("薄荷盆栽", "叶子不揉碎就没有多少气味。")});
}

deck::Item tickets() {
  return test::item("zh", "哪些电影票无效？",
                    {test::point("过期的票", "场次已经放完了。"),
                     test::point("撕掉一半的票", "副券没了就不能再进场。")});
}

deck::Item rules() {
  return test::item("zh", "哪些规定已经废除了？",
                    {test::point("单日限行", "单号车每周停一天。"),
                     test::point("购房摇号", "抽签决定谁能买房。")});
}

deck::Item drinks() {
  return test::item(
      "zh", "哪些饮料不含糖？",
      {test::point("白开水", "烧开的自来水。"), test::point("纯茶", "茶叶泡的，什么都不加。"),
       test::point("黑咖啡", "只有咖啡粉和水。")});
}

/// A question that asks for what keeps something from not being so.
deck::Item bread() {
  return test::item(
      "zh", "哪些办法能避免面包不新鲜？",
      {test::point("密封保存", "不让空气进去。"), test::point("冷冻", "切片以后放进冷冻室。")});
}

deck::Item ladder() {
  return test::item("en", "What does a fixed ladder cost you, and when is one not worth it?",
                    {test::point("Time", "It is long to build."),
                     test::point("A single shelf", "A stool reaches it as well."),
                     test::point("A rented flat", "You leave it behind when you move out.")});
}

deck::Item watering() {
  return test::item("zh", "什么时候不用浇花？",
                    {test::point("雨天", "雨水已经够了。"), test::point("冬天", "植物停止生长。")});
}

deck::Item tent() {
  return test::item("en", "When is a tent not needed on a walk?",
                    {test::point("A short trip", "You are home before dark."),
                     test::point("Huts along the way", "They have beds for walkers.")});
}

deck::Item bicycle() {
  return test::item("zh", "骑车上班有什么好处，什么情况下不适合？",
                    {test::point("路面颠簸", "容易摔倒。"), test::point("天黑以后", "司机看不见。"),
                     test::point("省钱", "不用买油。")});
}

deck::Item jobs() {
  return test::item("en", "Which states can a job have?",
                    {test::point("queued"), test::point("running"), test::point("failed"),
                     test::point("cancelled"), test::point("skipped")});
}

deck::Item segments() {
  return test::item("en", "Which three segments open a TCP connection?",
                    {test::point("SYN", "The client asks for a connection."),
                     test::point("SYN-ACK", "The server agrees and asks in turn."),
                     test::point("ACK", "The client confirms, the connection stands.")});
}

deck::Item packets() {
  return test::item("en", "What happens when a packet's TTL reaches zero?",
                    {test::point("drops the packet", "The router does not forward it."),
                     test::point("ICMP time exceeded", "The sender is told."),
                     test::point("prevents loops", "No packet goes round forever.")});
}

deck::Item balcony() {
  return test::item("zh", "阳台漏水怎么处理？",
                    {test::point("清理地漏", "把树叶和泥沙掏干净。"),
                     test::point("补防水", "重新刷一层防水涂料。")});
}

deck::Item invitation() {
  return test::item("zh", "什么时候可以收回已经发出的邀请？",
                    {test::point("对方还没答应", "没答应之前随时能改主意。"),
                     test::point("情况有变", "场地没了或者生病了。")});
}

}  // namespace

TEST_CASE("who repeats the denial of a question denies nothing", "[grading]") {
  test::check_heard(birds(), kBirds);
  test::check_heard(metals(), kMetals);
  test::check_heard(colds(), kColds);
  test::check_heard(mosquitoes(), kMosquitoes);
  test::check_heard(tickets(), kTickets);
  test::check_heard(rules(), kRules);
  test::check_heard(drinks(), kDrinks);
  test::check_heard(bread(), kBread);
  test::check_heard(ladder(), kLadder);
  test::check_heard(watering(), kWatering);
  test::check_heard(tent(), kTent);
  test::check_heard(bicycle(), kBicycle);
}

TEST_CASE("a word that is a point's name rejects none of the others", "[grading]") {
  test::check_heard(jobs(), kJobs);
}

TEST_CASE("the name of one point is no part of another's evidence", "[grading]") {
  test::check_heard(segments(), kSegments);
}

TEST_CASE("another word for what a point does away with rejects nothing", "[grading]") {
  test::check_heard(packets(), kPackets);
}

TEST_CASE("what is left over, and what is taken back home, is no judgement", "[grading]") {
  test::check_heard(balcony(), kBalcony);
  test::check_heard(invitation(), kInvitation);
}

}  // namespace pith::grading
