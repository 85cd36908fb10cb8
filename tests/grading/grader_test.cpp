#include "grading/grader.h"

#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "grading/reason.h"

using pith::deck::Item;
using pith::deck::Kind;
using pith::deck::Point;
using pith::grading::grade;
using pith::grading::Verdict;

namespace {

Point point(const std::string& name, const std::string& detail = "") {
  Point result;
  result.id = name;
  result.name = name;
  result.detail = detail;
  return result;
}

Item question(const std::string& text, std::vector<Point> points,
              const std::string& language = "zh") {
  Item item;
  item.deck = "test";
  item.id = "item";
  item.language = language;
  item.question = text;
  item.points = std::move(points);
  return item;
}

Item server_care() {
  return question("怎样保证服务器稳定运行？",
                  {point("定期备份", "每天把数据库复制到另一台机器上。"),
                   point("监控告警", "指标异常时自动通知值班人员。"),
                   point("容量规划", "按业务增长预估需要的资源。")});
}

}  // namespace

TEST_CASE("a point that is stated in its own words is hit, the others are missed", "[grading]") {
  const auto result = grade(server_care(), "要定期备份，把数据库复制到另一台机器。");

  REQUIRE(result.points.size() == 3);
  CHECK(result.points[0].verdict == Verdict::hit);
  CHECK(result.points[0].evidence.has_value());
  CHECK(result.points[1].verdict == Verdict::missed);
  CHECK(result.points[2].verdict == Verdict::missed);
  CHECK(result.score == Approx(1.0 / 3));
}

TEST_CASE("one stray word out of a long detail is no hit", "[grading]") {
  const auto item = question(
      "How does a start-up raise technical barriers?",
      {point("original algorithms", "Methods of your own that beat others in accuracy and speed."),
       point("core team", "People who combine deep technical skill with industry knowledge."),
       point("property protection", "File patents early, register copyrights, guard secrets.")},
      "en");
  const auto stray = GENERATE(as<std::string>{}, "methods", "accuracy", "speed", "combine",
                              "knowledge", "early", "guard");
  CAPTURE(stray);
  for (const auto& result : grade(item, stray).points) {
    CHECK(result.verdict != Verdict::hit);
  }
  CHECK(grade(item, "algorithms").points[0].verdict == Verdict::hit);
  CHECK(grade(item, "a strong team").points[1].verdict == Verdict::hit);
  CHECK(grade(item, "methods of our own, better and faster").points[0].verdict == Verdict::hit);
}

TEST_CASE("a reason quotes what tells something, no grammatical words at its ends", "[grading]") {
  const auto item = question("When does the visa run out?",
                             {point("end of the trip to Rome", "It is valid to the last day."),
                              point("renewal by post", "Send the passport to the embassy.")},
                             "en");
  const auto quoted = [&](const std::string& answer) {
    return grade(item, answer).points[0].reason.args;
  };
  CHECK(quoted("at the end of your stay in Rome") == std::vector<std::string>{"end, Rome"});
  CHECK(quoted("to the end of a trip") == std::vector<std::string>{"end, trip"});
}

TEST_CASE("words that a reason lists stand as the reader's language writes lists", "[grading]") {
  using namespace pith::grading;
  using pith::text::Language;
  using pith::text::Messages;
  const Reason listed{reason::kHalf, {"市场, 模型", "团队"}};
  CHECK(text_of(listed) == "only in part: 市场, 模型; missing: 团队");
  const Messages chinese(Language::chinese);
  CHECK(text_of(listed, chinese).find("市场、模型") != std::string::npos);
  const Reason typed{reason::kUnequal, {"a, b"}};
  CHECK(text_of(typed, chinese).find("a, b") != std::string::npos);
}

TEST_CASE("a reason does not put together what the answer says in another order", "[grading]") {
  const auto item = question("仓库怎么盘点？",
                             {point("贵重商品盘得比普通商品更勤"), point("盘点的人不看账面数量")});
  const auto quoted = [&](const std::string& answer) {
    return grade(item, answer).points[0].reason.args.at(0);
  };
  CHECK(quoted("贵重商品盘得比普通商品更勤") == "贵重商品盘得比普通商品");
  CHECK(quoted("普通商品盘得比贵重商品更勤").find("贵重商品盘得") == std::string::npos);
}

TEST_CASE("a reason quotes a word once", "[grading]") {
  const auto item = question("What keeps a boat cool?",
                             {point("water pump", "Sea water cools the fresh water of the engine."),
                              point("fan belt", "It turns the alternator.")},
                             "en");
  CHECK(grade(item, "sea water for the fresh water").points[0].reason.args.at(0) ==
        "Sea water, fresh water");
  CHECK(grade(item, "cool water").points[0].reason.args.at(0) == "water");
}

TEST_CASE("a general word is no part of a longer one, nor a word that exists another one misspelt",
          "[grading]") {
  const auto item = question("Who gives way?",
                             {point("overtaking", "The boat that overtakes keeps clear."),
                              point("good sight", "Whoever sees the other one first reports her.")},
                             "en");
  CHECK(grade(item, "It is coming over the hill.").points[0].reason.args !=
        std::vector<std::string>{"overtaking"});
  CHECK(grade(item, "overtaken").points[0].reason.args == std::vector<std::string>{"overtaking"});
  CHECK(grade(item, "Right, then.").points[1].credit == 0.0);
  CHECK(grade(item, "good sihgt").points[1].verdict == Verdict::hit);
}

TEST_CASE("one list can state every point", "[grading]") {
  CHECK(grade(server_care(), "定期备份、监控告警、容量规划").score == Approx(1.0));
}

TEST_CASE("what says nothing scores nothing", "[grading]") {
  const auto answer = GENERATE(as<std::string>{}, "", "  \n", "怎样保证服务器稳定运行？", "不知道",
                               "这个我不太清楚。", "🙂", "……");
  CAPTURE(answer);

  CHECK(grade(server_care(), answer).score == 0.0);
}

TEST_CASE("a reference answer that lacks a little earns nearly all of its mark", "[grading]") {
  const auto item = question("What are the strengths and weaknesses of a linked list?",
                             {point("A linked list grows at run time without copying, but reaching "
                                    "an element takes a walk from its head")},
                             "en");
  const auto whole = grade(item, item.points[0].name);
  const auto most = grade(item, "grows without copying, but reaching an element takes a walk");
  const auto half = grade(item, "It grows at run time");

  CHECK(whole.points[0].verdict == Verdict::hit);
  CHECK(whole.score == 1.0);
  CHECK(most.points[0].verdict == Verdict::partial);
  CHECK(most.score > 0.95);
  CHECK(most.score < 1.0);
  CHECK(half.score < 0.9);
}

TEST_CASE("what the document says word for word is a hit whatever stands beside it", "[grading]") {
  const auto memory =
      question("What happens when memory runs out on Linux?",
               {point("Caches shrink", "The kernel drops clean pages from the page cache."),
                point("Swapping", "Rarely used pages are written to the swap partition."),
                point("OOM killer", "The process with the highest score is killed.")},
               "en");
  const auto result = grade(memory,
                            "What happens when memo, we do not need, the weather is fine. The "
                            "kernel drops clean pages from the page cache. The process with the "
                            "highest score is killed.");
  CHECK(result.points[0].verdict == Verdict::hit);
  CHECK(result.points[2].verdict == Verdict::hit);
}

TEST_CASE("an echo of the question earns nothing of a reference answer", "[grading]") {
  const auto item = question("What are the strengths and weaknesses of a linked list?",
                             {point("A linked list grows at run time without copying, but reaching "
                                    "an element takes a walk from its head")},
                             "en");
  CHECK(grade(item, item.question).score == 0.0);
  CHECK(grade(item, "A linked list has its strengths and its weaknesses.").score < 0.1);
}

TEST_CASE("a sentence about something else earns nothing of a small item either", "[grading]") {
  auto small = server_care();
  small.points.resize(2);
  const auto stranger = GENERATE(as<std::string>{}, "咖啡凉了", "我家的猫爱睡觉",
                                 "The soup was cold", "红色的裙子更好看");
  CAPTURE(stranger);
  CHECK(grade(small, stranger).score == 0);
}

TEST_CASE("by words alone a point is hit by words that have to do with its own", "[grading]") {
  const auto loan =
      question("小店缺钱怎么办？", {point("银行贷款", "向银行申请贷款，按期偿还利息。"),
                                    point("降价促销", "把积压的商品打折卖掉。")});
  const auto near = grade(loan, "跟信用社借款，按月还本息");
  CHECK(near.points[0].verdict == Verdict::hit);
  CHECK(near.points[1].verdict == Verdict::missed);

  const auto farther = grade(loan, "找信用社借钱，每个月还本息");
  CHECK(farther.points[0].verdict != Verdict::missed);
  CHECK(farther.points[1].verdict == Verdict::missed);
}

TEST_CASE("a rejected point is contradicted and says by which word", "[grading]") {
  const auto result = grade(server_care(), "定期备份没必要做。监控告警要有。");

  CHECK(result.points[0].verdict == Verdict::contradicted);
  CHECK(result.points[0].reason.code == pith::grading::reason::kRejected);
  CHECK(result.points[1].verdict == Verdict::hit);
}

TEST_CASE("a wording that contradicts a point may name it, and have what resembles a negation",
          "[grading]") {
  auto item = server_care();
  item.points[0].reject = {"定期备份只是走个过场", "跟别人一样备份就行"};
  for (const auto* opposite : {"定期备份只是走个过场", "跟别人一样备份就行。"}) {
    const auto result = grade(item, opposite);
    CHECK(result.points[0].verdict == Verdict::contradicted);
    CHECK(result.points[0].reason.code == pith::grading::reason::kContradicts);
  }
  CHECK(grade(item, "定期备份要落到实处，跟别人不一样").points[0].verdict == Verdict::hit);
}

TEST_CASE("a wording that contradicts a point counts only where it is said like that",
          "[grading]") {
  auto backup = point("定期备份", "每天把数据复制到另一台机器上。");
  backup.reject = {"备份没有必要做", "只留一份拷贝"};
  const auto item = question("怎样保证服务器稳定运行？",
                             {backup, point("监控告警", "指标异常时自动通知值班人员。")});
  const auto verdict = [&](const std::string& answer) {
    return grade(item, answer).points[0].verdict;
  };
  CHECK(verdict("备份没有必要做。") == Verdict::contradicted);
  CHECK(verdict("数据只留一份拷贝就行。") == Verdict::contradicted);
  CHECK(verdict("每天都要做定期备份。") == Verdict::hit);
  CHECK(verdict("定期备份，别只留一份拷贝。") != Verdict::contradicted);
  CHECK(verdict("只留一份拷贝的话，磁盘坏了就全没了，所以要定期备份。") == Verdict::hit);
}

TEST_CASE("a wording that contradicts by a denial must have what it denies", "[grading]") {
  auto feedback = point("整理意见", "把收到的意见分类统计。");
  feedback.reject = {"收上来就不管了"};
  const auto item =
      question("怎样听取住户的想法？", {feedback, point("定期走访", "每月上门聊一次。")});
  CHECK(grade(item, "意见收上来就不管了。").points[0].verdict == Verdict::contradicted);
  CHECK(grade(item, "收上来要分类统计，不能看一条算一条。").points[0].verdict !=
        Verdict::contradicted);
}

TEST_CASE("a negation that merely describes a point does not shield it from a denial",
          "[grading]") {
  const auto item = question(
      "怎样建立技术壁垒？",
      {point("原创算法", "自己研发别家没有的算法，跑得更快。"), point("专利", "发明尽早申请。")});
  CHECK(grade(item, "要自己研发算法。").points[0].verdict == Verdict::hit);
  CHECK(grade(item, "没必要自己研发算法。").points[0].verdict == Verdict::contradicted);
}

TEST_CASE("a word that only shares its stem with a cue steers nothing", "[grading]") {
  const auto item = question("Why does answering from memory teach you more?",
                             {point("exposes gaps", "What you cannot say is what you do not know."),
                              point("corrective feedback", "You see at once what was wrong.")},
                             "en");
  const auto result = grade(item, "It exposes gaps, and it gives corrective feedback.");
  CHECK(result.points[0].verdict == Verdict::hit);
  CHECK(result.points[1].verdict == Verdict::hit);
}

TEST_CASE("a term with its opposite in a word's place is not stated", "[grading]") {
  const auto item = question("这种方式有哪些特点？",
                             {point("长距离"), point("称重方便"), point("规格必须统一而且要小型"),
                              point("有损耗"), point("不透明性")});
  const auto hit = [&](const std::string& answer, std::size_t p) {
    return grade(item, answer).points[p].verdict == Verdict::hit;
  };
  CHECK(hit("特点包括长距离。", 0));
  CHECK_FALSE(hit("特点包括短距离。", 0));
  CHECK(hit("规格必须统一而且要小型。", 2));
  CHECK_FALSE(hit("规格必须统一而且要大型。", 2));
  CHECK(hit("优点：有损耗。", 3));
  CHECK_FALSE(hit("优点：无损耗。", 3));
  CHECK(hit("它有不透明性。", 4));
  CHECK_FALSE(hit("它有透明性。", 4));
}

TEST_CASE("a short point is stated by its detail, though its name has other words", "[grading]") {
  const auto item = question("怎样学好一门外语？", {point("大量阅读", "要多读外语的书和文章"),
                                                    point("每天练习", "每天都练，坚持不断")});

  CHECK(grade(item, "多读文章。").points[0].verdict == Verdict::hit);
}

TEST_CASE("a name without a detail beside points that have one may be said in other words",
          "[grading]") {
  const auto item = question("怎样照顾一盆绿萝？", {point("适量浇水", "土干了再浇，一次浇透。"),
                                                    point("充足光照"), point("保持通风")});
  const auto verdict = [&](const std::string& answer, std::size_t p) {
    return grade(item, answer).points[p].verdict;
  };
  CHECK(verdict("土干了再浇水，光照要足够。", 1) == Verdict::hit);
  CHECK(verdict("屋里要常通风。", 2) == Verdict::hit);
  CHECK(verdict("土干了再浇水，叶子擦干净。", 1) != Verdict::hit);
  CHECK(verdict("少浇水，不要光照。", 1) != Verdict::hit);
}

TEST_CASE("the opposite of a name is not the name, whatever details its siblings have",
          "[grading]") {
  const auto item = question("这种卷帘有哪些特点？", {point("不透光", "白天拉上也是暗的。"),
                                                      point("短行程"), point("易清洗")});
  CHECK(grade(item, "它是短行程的。").points[1].verdict == Verdict::hit);
  CHECK(grade(item, "它是长行程的。").points[1].verdict != Verdict::hit);
  CHECK(grade(item, "它很难清洗。").points[2].verdict != Verdict::hit);
}

TEST_CASE("a term is not put together from two clauses", "[grading]") {
  const auto item = question("仓库按温度高低分为哪些类型？",
                             {point("高温仓库"), point("低温仓库"), point("恒温仓库")});
  const auto result = grade(item, "按温度高低来分，有恒温仓库。");
  CHECK(result.points[2].verdict == Verdict::hit);
  CHECK(result.points[0].verdict != Verdict::hit);
}

TEST_CASE("the same answer in another spelling has the same score", "[grading]") {
  const auto plain = grade(server_care(), "定期备份，监控告警。").score;

  CHECK(grade(server_care(), "定期備份，監控告警。").score == plain);
  CHECK(grade(server_care(), "定期备份,监控告警.").score == plain);
}

TEST_CASE("an answer beyond the limit is cut and says so", "[grading]") {
  std::string answer = "定期备份。";
  while (answer.size() < 1'000'000) {
    answer += "监控告警。";
  }

  const auto result = grade(server_care(), answer);

  CHECK(result.cut);
  CHECK(result.points[0].verdict == Verdict::hit);
}

TEST_CASE("of countless clauses against a hundred points the beginning is graded", "[grading]") {
  std::vector<Point> points;
  points.reserve(100);
  for (int i = 0; i < 100; ++i) {
    points.push_back(point("topic" + std::to_string(i)));
  }
  const auto item = question("Which topics?", std::move(points), "en");
  const auto countless = [](std::string answer, const std::string& clause) {
    while (answer.size() < pith::grading::kLongestAnswer - 16) {
      answer += clause;
    }
    return answer;
  };

  const auto result = grade(item, countless("topic7. ", "not a, ") + " topic8.");

  CHECK(result.cut);
  CHECK(result.points[7].verdict == Verdict::hit);
  CHECK(result.points[8].verdict == Verdict::missed);
  CHECK(grade(item, countless("I don't know. ", "the, ")).cut);
  CHECK_FALSE(grade(item, "topic7. not a, not a.").cut);
}

TEST_CASE("an answer that is no UTF-8 is refused", "[grading]") {
  CHECK_THROWS_AS(grade(server_care(), "\xff\xfe"), std::invalid_argument);
}

TEST_CASE("a reason quotes whole words", "[grading]") {
  const auto item =
      question("怎样建设公司文化？", {point("员工参与", "文化由大家一起建，不是贴在墙上的标语。"),
                                      point("社会责任", "回馈社会，让人信任。")});
  for (const auto& part : grade(item, "加班文化得有").points) {
    for (const auto& word : part.reason.args) {
      CAPTURE(word);
      CHECK(word.find("文化由") == std::string::npos);
    }
  }
  const auto survey = question("怎么站稳脚跟？", {point("用户调研", "问清客户要什么。")});
  CHECK(grade(survey, "先做用户调研。").points[0].reason.args ==
        std::vector<std::string>{"用户调研"});
}
