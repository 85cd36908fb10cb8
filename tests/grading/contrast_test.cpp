// What a denial, a skip or an accepted wording does to a point, whoever phrases it.
#include <string>

#include <catch2/catch.hpp>

#include "grading/grader.h"
#include "grading/reason.h"
#include "grading/verdict.h"
#include "support/items.h"

namespace pith::grading {
namespace {

deck::Item launch() {
  return test::item("en", "How do you release a new service?",
                    {test::point("load test", "Measure how it behaves under heavy traffic."),
                     test::point("rollback plan", "Prepare the way back to the old version.",
                                 {"leave a door open to last week's build"})});
}

deck::Item founding() {
  return test::item("zh", "公司怎么站稳脚跟？",
                    {test::point("用户调研", "问卷和访谈，弄清客户真正要什么。"),
                     test::point("现金储备", "账上留够半年开销的钱。")});
}

deck::Item knot() {
  return test::item("en", "What is a bowline good for?",
                    {test::point("Fixed loop", "It makes a loop that does not slip."),
                     test::point("Easy to untie", "Even after a heavy load.")});
}

PointResult first(const deck::Item& item, const std::string& answer) {
  return grade(item, answer).points[0];
}

}  // namespace

TEST_CASE("a denial that holds only until the point is met states the point", "[grading]") {
  const auto answer = GENERATE(
      as<std::string>{}, "Don't let anybody in before the load test under heavy traffic is done.",
      "Never open the doors unless a load test has shown how it behaves under heavy traffic.",
      "Nothing goes live without a load test that measures heavy traffic.");
  CAPTURE(answer);
  CHECK(first(launch(), answer).verdict == Verdict::hit);
}

TEST_CASE("a part of a list that has a subject denies nothing of the parts behind it",
          "[grading]") {
  const auto item = test::item("zh", "这家面馆为什么关门？",
                               {test::point("租金上涨", "房东把租金翻了一倍。"),
                                test::point("厨师离职", "掌勺的师傅走了。")});
  const auto verdict = [&](const std::string& answer) {
    return grade(item, answer).points[1].verdict;
  };
  CHECK(verdict("客人没回头、厨师离职、租金上涨。") == Verdict::hit);
  CHECK(verdict("没有客人流失、厨师离职。") != Verdict::hit);
}

TEST_CASE("a negation denies of all that a conjunction joins to its subject", "[grading]") {
  const auto item =
      test::item("zh", "货车超载有什么后果？",
                 {test::point("路面和桥梁会被压坏。"), test::point("刹车距离变长。")});
  CHECK(first(item, "路面和桥梁会被压坏").verdict == Verdict::hit);
  CHECK(first(item, "路面和桥梁不会被压坏").credit == 0.0);
  CHECK(first(item, "路面、涵洞跟桥梁都不会被压坏").credit == 0.0);
}

TEST_CASE("not easily is a denial, not easy is none", "[grading]") {
  const auto item = test::item("zh", "货车超载有什么后果？",
                               {test::point("轮胎受力过大，容易爆胎。"), test::point("养家不易")});
  CHECK(first(item, "轮胎不容易爆胎").verdict != Verdict::hit);
  CHECK(first(item, "轮胎容易爆胎").verdict == Verdict::hit);
}

TEST_CASE("no faster than is a bound, no denial", "[grading]") {
  const auto item = test::item("en", "How does a ship sail in fog?",
                               {test::point("slow down", "She goes no faster than she can stop."),
                                test::point("reflector", "It shows her on the radar of others.")});
  CHECK(first(item, "Slow down, go no faster than you can stop in time.").verdict == Verdict::hit);
  CHECK(grade(item, "A reflector, hoisted no lower than the spreaders.").points[1].verdict ==
        Verdict::hit);
}

TEST_CASE("what is all said to be no cause is none", "[grading]") {
  const auto item = test::item("zh", "面包发不起来的原因有哪些？",
                               {test::point("酵母过期", "酵母放久了没有活性。"),
                                test::point("水温过高", "水太烫，把酵母烫死了。")});
  const auto result = grade(item, "酵母过期、水温过高，都不是面包的问题。");
  CHECK(result.points[0].verdict != Verdict::hit);
  CHECK(result.points[1].verdict != Verdict::hit);
}

TEST_CASE("the denial of a denial denies nothing", "[grading]") {
  const auto answer =
      GENERATE(as<std::string>{}, "用户调研的问卷和访谈不能取消，要弄清客户真正要什么。",
               "不用取消用户调研，问卷和访谈照做，弄清客户真正要什么。");
  CAPTURE(answer);
  CHECK(first(founding(), answer).verdict != Verdict::contradicted);
}

TEST_CASE("a judgement that is denied denies nothing", "[grading]") {
  const auto answer =
      GENERATE(as<std::string>{}, "用户调研，问卷和访谈都要做，不能走过场。",
               "做用户调研，问卷加访谈绝不是浪费。", "问卷和访谈都要，用户调研不是摆设。",
               "我不认为用户调研没用，问卷和访谈都要做。", "别以为东西好就不用用户调研。");
  CAPTURE(answer);
  CHECK(first(founding(), answer).verdict == Verdict::hit);
  CHECK(first(launch(), "A load test under heavy traffic is not a waste of time.").verdict ==
        Verdict::hit);
  CHECK(first(launch(), "A load test under heavy traffic isn't pointless.").verdict ==
        Verdict::hit);
}

TEST_CASE("a denial that names nothing answers the question before it", "[grading]") {
  const auto answer = GENERATE(as<std::string>{}, "Load test? Not really.", "A load test? No.",
                               "Should there be a load test? Don't bother.");
  CAPTURE(answer);
  CHECK(first(launch(), answer).verdict == Verdict::contradicted);
  CHECK(first(founding(), "用户调研？没用。").verdict == Verdict::contradicted);
  CHECK(first(launch(), "A load test? Yes, with heavy traffic.").verdict == Verdict::hit);
}

TEST_CASE("what it would be wrong to leave out is stated", "[grading]") {
  const auto [item, answer] = GENERATE(table<deck::Item, std::string>(
      {{launch(), "Skipping the load test is a mistake."},
       {launch(), "Not running a load test would be a mistake."},
       {launch(), "It would be a mistake not to run a load test."},
       {launch(), "It is wrong to release without a load test."},
       {launch(), "Without a load test you risk an outage."},
       {launch(), "Unless you have done a load test, don't open the doors."},
       {launch(), "A load test is not optional."},
       {founding(), "不做用户调研是错误的。"},
       {founding(), "不做用户调研，公司迟早完蛋。"},
       {founding(), "绝不能跳过用户调研。"}}));
  CAPTURE(answer);
  CHECK(first(item, answer).verdict == Verdict::hit);
}

TEST_CASE("a bound or a missing thing excuses no denial that has its own object", "[grading]") {
  const auto answer = GENERATE(as<std::string>{}, "Before the doors open, never run a load test.",
                               "Release without a load test.", "Without a load test.");
  CAPTURE(answer);
  CHECK(first(launch(), answer).verdict == Verdict::contradicted);
}

TEST_CASE("what both halves of neither and nor name is denied", "[grading]") {
  const auto result = grade(launch(), "Neither a load test nor a rollback plan is needed.");
  CHECK(result.points[0].verdict == Verdict::contradicted);
  CHECK(result.points[1].verdict != Verdict::hit);
}

TEST_CASE("who disagrees with a denial states what it denies", "[grading]") {
  CHECK(first(launch(), "Some say a load test is useless, but I disagree.").verdict ==
        Verdict::hit);
  CHECK(first(launch(), "Some say you need a load test, but I disagree.").verdict ==
        Verdict::contradicted);
  CHECK(first(founding(), "谁说用户调研没用？").verdict == Verdict::hit);
  CHECK(first(founding(), "有人说要做用户调研，我不同意。").verdict == Verdict::contradicted);
}

TEST_CASE("a word that only opens what follows states nothing", "[grading]") {
  const auto flags = test::item(
      "en", "How do you release a new service?",
      {test::point("load test"), test::point("feature flags", "Switch parts on and off.")});
  CHECK(grade(flags, "Load test: yes.").points[1].verdict == Verdict::missed);
}

TEST_CASE("a clause of a negation and one word denies that word", "[grading]") {
  const auto answer =
      GENERATE(as<std::string>{}, "Load test, no guessing, rollback plan.",
               "A load test, without shortcuts. A rollback plan.", "load test\nnever improvise");
  CAPTURE(answer);
  CHECK(first(launch(), answer).verdict == Verdict::hit);
  CHECK(first(launch(), "Load test? Not really.").verdict == Verdict::contradicted);
}

TEST_CASE("one word that is denied behind and, or but, takes nothing before it along",
          "[grading]") {
  const auto fire = test::item("en", "What does a fire need?",
                               {test::point("heat", "It has to reach its ignition temperature."),
                                test::point("fuel", "There must be something that burns."),
                                test::point("oxygen", "Air has to get to it.")});
  const auto answer = GENERATE(as<std::string>{}, "heat but no fuel", "heat and no fuel",
                               "There is heat but no fuel.");
  CAPTURE(answer);
  const auto points = grade(fire, answer).points;
  CHECK(points[0].verdict != Verdict::contradicted);
  CHECK(points[1].verdict == Verdict::contradicted);
}

TEST_CASE("what is taken back in a sentence of its own is not stated", "[grading]") {
  const auto answer =
      GENERATE(as<std::string>{}, "Load test. No, that was wrong.", "A load test. I take it back.",
               "Load test. Hmm, no, forget that one.", "A load test. Sorry, I take that back.");
  CAPTURE(answer);
  CHECK(first(launch(), answer).verdict != Verdict::hit);
}

TEST_CASE("a judgement on what is denied does not affirm it", "[grading]") {
  CHECK(first(founding(), "用户调研没有也没关系。").verdict == Verdict::contradicted);
  CHECK(first(launch(), "A load test is useless.").verdict == Verdict::contradicted);
}

TEST_CASE("a clause that tells what for denies nothing", "[grading]") {
  CHECK(first(founding(), "做用户调研，问卷和访谈都要，免得弄不清客户真正要什么。").verdict ==
        Verdict::hit);
}

TEST_CASE("what need not be is denied, also where the scope names it only in part", "[grading]") {
  const auto answer =
      GENERATE(as<std::string>{}, "根本用不着访谈。", "没必要搞问卷。", "用户调研没必要做。");
  CAPTURE(answer);
  const auto result = first(founding(), answer);
  CHECK(result.verdict == Verdict::contradicted);
  CHECK(result.reason.code == std::string(reason::kRejected));
}

TEST_CASE("a list that the next sentence waves off answers nothing", "[grading]") {
  const auto waved = grade(founding(), "用户调研、现金储备。这些我就不展开了。");
  CHECK(waved.score == 0.0);
  CHECK(waved.points[0].reason.code == std::string(reason::kSkipped));
  CHECK(grade(founding(), "用户调研、现金储备。").score == 1.0);
}

TEST_CASE("what is taken back is told so", "[grading]") {
  const auto result = first(founding(), "先做用户调研，哦不，先储备现金。");
  CHECK(result.verdict == Verdict::missed);
  CHECK(result.reason.code == std::string(reason::kRetracted));
  CHECK(result.reason.args == std::vector<std::string>{"哦不"});
}

TEST_CASE("a denial looks for its topic in the clauses just before it", "[grading]") {
  const auto denied_after = [](int clauses) {
    std::string answer = "用户调研";
    for (int i = 0; i < clauses; ++i) {
      answer += "，天气很好";
    }
    return first(founding(), answer + "，毫无意义。").verdict;
  };
  CHECK(denied_after(0) == Verdict::contradicted);
  CHECK(denied_after(10) == Verdict::contradicted);
  CHECK(denied_after(40) == Verdict::hit);
}

TEST_CASE("an accepted wording that is said as it stands counts in full", "[grading]") {
  const auto answer =
      GENERATE(as<std::string>{}, "leave a door open to last week's build",
               "Oh, and I would leave a door open to last week's build, the one before that too");
  CAPTURE(answer);
  CHECK(grade(launch(), answer).points[1].verdict == Verdict::hit);
}

TEST_CASE("a point that denies something is not stated by any denial", "[grading]") {
  CHECK(first(knot(), "it makes a loop that does not slip").verdict == Verdict::hit);
  const auto answer = GENERATE(as<std::string>{}, "it has no fixed loop", "the loop is not fixed");
  CAPTURE(answer);
  CHECK(first(knot(), answer).verdict == Verdict::contradicted);
}

TEST_CASE("what a point rejects is told by its words, not by an article", "[grading]") {
  const auto item = test::item(
      "en", "How do you find out whether a new recipe is better?",
      {test::point("Taste blind", "One tastes the cakes unseen instead of asking the baker.")});
  CHECK(first(item, "Never taste the cakes blind and unseen.").verdict == Verdict::contradicted);
}

TEST_CASE("what need not be done to a thing is said against the thing", "[grading]") {
  CHECK(first(founding(), "用户调研没必要做。").verdict == Verdict::contradicted);
  CHECK(first(launch(), "A load test under heavy traffic need not be run.").verdict ==
        Verdict::contradicted);
  CHECK(first(founding(), "用户调研用问卷，没必要雇人满街跑。").verdict == Verdict::hit);
}

TEST_CASE("a thing that is needless in one word takes nothing said before with it", "[grading]") {
  const auto item = test::item("en", "What do you take on a hike?",
                               {test::point("boots", "Sturdy ones with a firm sole."),
                                test::point("umbrella", "Against sun and rain.")});
  const auto graded =
      grade(item, "I always wear sturdy boots with a firm sole and you do not need umbrellas");
  CHECK(graded.points[0].verdict == Verdict::hit);
  CHECK(graded.points[1].verdict == Verdict::contradicted);
}

TEST_CASE("a point that denies something is not stated by calling it needless", "[grading]") {
  const auto item =
      test::item("en", "How do you look after a shed?",
                 {test::point("Dry floor", "A raised floor lets nothing rot."),
                  test::point("Open window", "Never shut the window, not even in winter.")});
  CHECK(first(item, "You don't need a raised floor.").verdict == Verdict::contradicted);
  CHECK(grade(item, "You don't need to shut the window, not even in winter.").points[1].verdict ==
        Verdict::hit);
}

TEST_CASE("what a point tells to do away with is a thing to do like any other", "[grading]") {
  const auto item =
      test::item("en", "How do you prepare rhubarb?",
                 {test::point("Discard the leaves", "Leaves are rich in oxalic acid."),
                  test::point("Peel the stalks", "Old stalks have tough strings.")});
  CHECK(first(item, "Discard the leaves.").verdict == Verdict::hit);
  CHECK(first(item, "You must not discard the leaves.").verdict == Verdict::contradicted);
  CHECK(first(item, "Discarding the leaves is pointless.").verdict == Verdict::contradicted);
}

TEST_CASE("a reason that denies something too makes no condition of a denial", "[grading]") {
  CHECK(first(launch(), "You don't need a load test, it can't find anything.").verdict ==
        Verdict::contradicted);
}

TEST_CASE("a point that forbids something is not stated by doing it", "[grading]") {
  const auto item =
      test::item("en", "Your child has a fever. What do you do?",
                 {test::point("no aspirin", "Never give a child aspirin against the fever."),
                  test::point("plenty of fluids", "Give the child drinks often.")});
  CHECK(first(item, "Give the child half an aspirin.").verdict == Verdict::contradicted);
  CHECK(first(item, "Let the child take an aspirin every day.").verdict == Verdict::contradicted);
  const auto stated =
      GENERATE(as<std::string>{}, "No aspirin for a child.", "Never give a child aspirin.",
               "Keep the aspirin away from a child.", "Aspirin is off limits for a child.");
  CAPTURE(stated);
  CHECK(first(item, stated).verdict == Verdict::hit);
}

TEST_CASE("what is done about a thing that a point forbids does not reverse the point",
          "[grading]") {
  const auto item = test::item(
      "en", "How do you write a safe web service?",
      {test::point("never trust user input", "Check whatever comes from outside on the server."),
       test::point("no secrets in the code", "Keep keys in a vault.")});
  CHECK(first(item, "Validate all user input on the server.").verdict != Verdict::contradicted);
  CHECK(grade(item, "Move the secrets from the code into a vault.").points[1].verdict !=
        Verdict::contradicted);
}

TEST_CASE("who forbids a thing for the harm that it does denies it", "[grading]") {
  const auto answer =
      GENERATE(as<std::string>{}, "Don't run a load test, you will regret it.",
               "No load test, no trouble.", "If we have no time, we don't run a load test.");
  CAPTURE(answer);
  CHECK(first(launch(), answer).verdict != Verdict::hit);
}

TEST_CASE("what is said of some of a list, or of a day, rejects no list", "[grading]") {
  const auto answer =
      GENERATE(as<std::string>{}, "A load test and a rollback plan. Not all of them are easy.",
               "Have a load test and a rollback plan. Don't do all of it in one day.",
               "A load test, a rollback plan. None of these is cheap, but we need them.");
  CAPTURE(answer);
  CHECK(first(launch(), answer).verdict == Verdict::hit);
}

TEST_CASE("the opposite of a word that the point has too reverses nothing", "[grading]") {
  const auto item = test::item("zh", "怎样批评学生？",
                               {test::point("私下批评", "课后单独进行，不要当众批评学生。"),
                                test::point("先讲事实", "从看到的事说起，不评价人。")});
  CHECK(first(item, "批评学生要私下批评。").verdict == Verdict::hit);
  CHECK(first(item, "批评学生要当众批评。").verdict != Verdict::hit);
}

TEST_CASE("the opposite of an accepted wording reverses the point", "[grading]") {
  const auto item = test::item("zh", "怎样控制成本？",
                               {test::point("优化模型", "改进算法，少耗算力。", {"把模型做小"}),
                                test::point("云服务", "该租的就租，按用量付钱。", {"少买硬件"})});
  CHECK(first(item, "把模型做小").verdict == Verdict::hit);
  CHECK(first(item, "把模型做大").verdict == Verdict::contradicted);
  CHECK(first(item, "我们是做大模型的公司").verdict != Verdict::contradicted);
  CHECK(grade(item, "多买硬件").points[1].verdict == Verdict::contradicted);
}

TEST_CASE("who denies the opposite of a point states it", "[grading]") {
  const auto item = test::item("en", "Which ferry do you take?",
                               {test::point("night ferry", "The night ferry is slow."),
                                test::point("cabin", "Book a cabin early.")});
  CHECK(first(item, "The night ferry isn't fast.").verdict == Verdict::hit);
  CHECK(first(item, "The night ferry is fast.").verdict == Verdict::contradicted);
  CHECK(first(item, "The night ferry isn't slow.").verdict != Verdict::hit);
}

TEST_CASE("a denial that a point consists of ends with it", "[grading]") {
  const auto grade =
      grading::grade(knot(), "a loop that does not slip and easy to untie after load");
  CHECK(grade.points[0].verdict == Verdict::hit);
  CHECK(grade.points[1].verdict == Verdict::hit);
}

TEST_CASE("a denying word of a point that is said word for word rejects no other", "[grading]") {
  const auto item =
      test::item("en", "Why write the test first?",
                 {test::point("It fixes the promise"), test::point("It proves the test can fail")});
  for (const auto* const answer : {"It fixes the promise, and it proves the test can fail.",
                                   "It proves the test can fail and it fixes the promise."}) {
    CAPTURE(answer);
    const auto grade = grading::grade(item, answer);
    CHECK(grade.points[0].verdict == Verdict::hit);
    CHECK(grade.points[1].verdict == Verdict::hit);
  }
  CHECK(first(item, "It fails to fix the promise.").verdict != Verdict::hit);
  CHECK(first(item, "It fixes the promise, which is wrong.").verdict != Verdict::hit);
}

TEST_CASE("what is said to be wanted instead is wanted", "[grading]") {
  const auto item = test::item("zh", "机器从哪里来？",
                               {test::point("租用云端", "按小时付费，不必自己养机房。", {"租机器"}),
                                test::point("错峰使用", "半夜便宜的时候再跑大任务。")});
  CHECK(first(item, "租机器而不是买").verdict == Verdict::hit);
  CHECK(first(item, "买而不是租机器").verdict != Verdict::hit);
}

TEST_CASE("points said in one breath, without punctuation, are told apart by their words",
          "[grading]") {
  const auto item = test::item("zh", "小店怎么留住客人？",
                               {test::point("会员积分", "消费攒分，攒够了换礼品。"),
                                test::point("生日问候", "记住日子，当天送一句祝福。"),
                                test::point("快速退换", "不满意马上退，不问原因。")});
  const auto grade =
      grading::grade(item, "消费可以攒分攒够了换礼品记住客人的生日当天送一句祝福不满意马上退");
  for (const auto& point : grade.points) {
    CHECK(point.verdict == Verdict::hit);
  }
}

TEST_CASE("a general word is no slip for a word of the point that sounds like it", "[grading]") {
  const auto item = test::item("zh", "大模型怎么省钱地训练？",
                               {test::point("分布式训练", "许多机器一起算。"),
                                test::point("压缩模型", "剪枝、量化，让它变小。")});
  CHECK(first(item, "不是").verdict == Verdict::missed);
}

TEST_CASE("words that are not there are not said to count for another point", "[grading]") {
  CHECK(grade(knot(), "a fixed loop").points[1].reason.code == std::string(reason::kAbsent));
}

}  // namespace pith::grading
