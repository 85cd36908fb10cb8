#include "grading/decision/lessons.h"

#include <catch2/catch.hpp>

#include "grading/grader.h"
#include "grading/reason.h"
#include "support/items.h"

using namespace pith;
using grading::LearnedWording;
using grading::Verdict;

namespace {

deck::Item held_by(const std::string& answer) {
  deck::Item item;
  item.kind = deck::Kind::short_answer;
  item.language = "en";
  item.question = "What holds?";
  item.points.resize(1);
  item.points[0].id = "answer";
  item.points[0].name = answer;
  return item;
}

grading::Grade graded(const std::string& answer, const std::vector<LearnedWording>& learned = {}) {
  return grading::grade(test::moat(), answer, {}, learned);
}

const LearnedWording kLocked = {1, "把点子锁进保险柜", Verdict::hit};

}  // namespace

TEST_CASE("a wording that was overruled to a hit earns the point in another order", "[grading]") {
  const auto answer = GENERATE(as<std::string>{}, "把点子锁进保险柜", "点子都得锁到保险柜里去",
                               "保险柜里锁着我们的点子", "首先招人，再就是把点子给锁进保险柜里");
  CAPTURE(answer);
  REQUIRE(graded(answer).points[1].verdict != Verdict::hit);

  const auto result = graded(answer, {kLocked}).points[1];

  CHECK(result.verdict == Verdict::hit);
  CHECK(result.reason == grading::Reason{grading::reason::kWording, {kLocked.text}});
  CHECK(result.evidence);
}

TEST_CASE("what was learned for one point changes no other's verdict", "[grading]") {
  const auto answer =
      GENERATE(as<std::string>{}, "要有自己研发的原创算法", "原创算法要锁进保险柜",
               "点子锁进保险柜，还要有自己研发的别家没有的算法", "没必要研发原创算法", "");
  CAPTURE(answer);
  const auto before = graded(answer).points[0];
  const auto after = graded(answer, {kLocked}).points[0];
  CHECK(after.verdict == before.verdict);
  CHECK(after.credit == before.credit);
  CHECK(after.evidence == before.evidence);
}

TEST_CASE("a learned wording does not earn the point where it is denied or barely touched",
          "[grading]") {
  const auto answer = GENERATE(as<std::string>{}, "没必要把点子锁进保险柜", "点子要多",
                               "锁定一批客户", "给员工上保险");
  CAPTURE(answer);
  CHECK(graded(answer, {kLocked}).points[1].verdict != Verdict::hit);
}

TEST_CASE("a learned wording that itself denies is met by one that denies", "[grading]") {
  const std::vector<LearnedWording> learned = {{1, "不能让同行看到底牌", Verdict::hit}};
  CHECK(graded("底牌可不能让同行给看到", learned).points[1].verdict == Verdict::hit);
  CHECK(graded("让同行看到底牌", learned).points[1].verdict != Verdict::hit);
}

TEST_CASE("a wording that was overruled to missed does not earn the point again", "[grading]") {
  const std::string said = "搞原创的算法";
  const std::vector<LearnedWording> learned = {{0, said, Verdict::missed}};
  REQUIRE(graded(said).points[0].credit > 0);

  const auto again = graded(said, learned).points[0];
  CHECK(again.verdict == Verdict::missed);
  CHECK(again.credit == 0);
  CHECK(again.reason == grading::Reason{grading::reason::kOverruled, {said}});

  const auto with_more = graded(said + "。我们自己研发别家没有的算法。", learned).points[0];
  CHECK(with_more.verdict == Verdict::hit);
}

TEST_CASE("what was overruled and what rejects is quoted as it was typed", "[grading]") {
  const auto item =
      pith::test::item("zh", "怎么保护成果？",
                       {pith::test::point("专利"), pith::test::point("著作权", "尽早登记。")});
  const auto reason = [&](const std::string& answer, const std::vector<LearnedWording>& learned) {
    return grading::grade(item, answer, {}, learned).points[1].reason;
  };
  CHECK(reason("登记著作权", {{1, "登记著作权", Verdict::missed}}).args ==
        std::vector<std::string>{"登记著作权"});
  CHECK(reason("Don't 登记著作权", {}).args == std::vector<std::string>{"Don't"});
}

TEST_CASE("the answer that was overruled to missed stays missed, whatever else in it fits",
          "[grading]") {
  const std::string said = "研发自己的算法，别家没有这样的原创算法；发明尽早报专利。";
  const LearnedWording overruled{0, "研发自己的算法", Verdict::missed, said};
  REQUIRE(graded(said).points[0].verdict == Verdict::hit);

  const auto answer = GENERATE_COPY(as<std::string>{}, said,
                                    "发明尽早报专利；别家没有这样的原创算法，自己的算法要研发。",
                                    said + "今天天气不错。");
  CAPTURE(answer);
  CHECK(graded(answer, {overruled}).points[0].verdict == Verdict::missed);
  CHECK(graded("原创算法", {overruled}).points[0].verdict == Verdict::hit);
}

TEST_CASE("what an answer adds to one that was overruled to missed earns the point", "[grading]") {
  const std::string said = "研发要舍得花钱，算法要新。";
  const LearnedWording overruled{0, "算法要新", Verdict::missed, said};
  CHECK(graded(said + "自己研发别家没有的算法。", {overruled}).points[0].verdict == Verdict::hit);
}

TEST_CASE("what was overruled to missed changes no other point's verdict", "[grading]") {
  const auto said =
      GENERATE(as<std::string>{}, "原创算法和专利", "研发算法并且报专利，登记著作权",
               "自己研发算法，尽早报专利，别家没有", "要研发，不要报专利，要登记著作权");
  const auto stretch = GENERATE(as<std::string>{}, "算法", "研发", "专利", "报专利");
  CAPTURE(said, stretch);
  const LearnedWording overruled{0, stretch, Verdict::missed, said};
  const auto before = graded(said).points[1];
  const auto after = graded(said, {overruled}).points[1];
  CHECK(after.verdict == before.verdict);
  CHECK(after.credit == before.credit);
}

TEST_CASE("of wordings that disagree the closer decides, and the newer of those as close",
          "[grading]") {
  const LearnedWording hit{1, "把点子锁进保险柜", Verdict::hit, "把点子锁进保险柜"};
  const LearnedWording missed{1, "保险柜里锁着点子", Verdict::missed, "保险柜里锁着点子"};
  const auto verdict = [](const std::string& answer, const std::vector<LearnedWording>& learned) {
    return graded(answer, learned).points[1].verdict;
  };
  CHECK(verdict(missed.text, {hit, missed}) == Verdict::missed);
  CHECK(verdict(missed.text, {missed, hit}) == Verdict::missed);
  CHECK(verdict(hit.text, {hit, missed}) == Verdict::hit);
  CHECK(verdict(hit.text, {missed, hit}) == Verdict::hit);

  LearnedWording again = hit;
  again.verdict = Verdict::missed;
  CHECK(verdict(hit.text, {hit, again}) == Verdict::missed);
  CHECK(verdict(hit.text, {again, hit}) == Verdict::hit);
}

TEST_CASE("a wording beside one that was overruled to missed still earns the point", "[grading]") {
  const LearnedWording hit{1, "把点子锁进保险柜", Verdict::hit, "把点子锁进保险柜"};
  const LearnedWording missed{1, "谁仿谁赔钱", Verdict::missed, "谁仿谁赔钱"};
  CHECK(graded("谁仿谁赔钱。把点子锁进保险柜。", {hit, missed}).points[1].verdict == Verdict::hit);
}

TEST_CASE("a phrase that is said again word for word counts, whatever it consists of",
          "[grading]") {
  const auto said = GENERATE(
      as<std::string>{}, "先盖个戳，不能让人白拿。谁仿谁赔。登记在册。别忘了续费。交给律师去办。",
      "不是不管，只是不急，先不报，等等再说，等人家没法仿了", "专莉要抱，注作权要灯记",
      "dont let em copy it , no way no how");
  CAPTURE(said);
  const LearnedWording learned{1, said, Verdict::hit, said};
  CHECK(graded(said, {learned}).points[1].verdict == Verdict::hit);
  CHECK(graded("还要招人。" + said, {learned}).points[1].verdict == Verdict::hit);
}

TEST_CASE("a reference answer that was overruled to missed earns nothing again", "[grading]") {
  auto item = test::moat();
  item.points.resize(1);
  item.points[0].name = "自己研发别家没有的算法，效率更高。";
  item.points[0].detail.clear();
  const std::string said = "自己研发别家没有的算法";
  const std::vector<LearnedWording> learned = {{0, said, Verdict::missed, said}};
  REQUIRE(grading::grade(item, said).points[0].credit > 0);
  CHECK(grading::grade(item, said, {}, learned).points[0].credit == 0);
}

TEST_CASE("a short answer that was overruled to missed is wrong from then on", "[grading]") {
  const auto item = held_by("stability");
  const std::vector<LearnedWording> learned = {{0, "Stabilty", Verdict::missed}};

  REQUIRE(grading::grade(item, "stabilty").points[0].verdict == Verdict::hit);
  CHECK(grading::grade(item, "stabilty ", {}, learned).points[0].verdict == Verdict::missed);
  CHECK(grading::grade(item, "stability", {}, learned).points[0].verdict == Verdict::hit);
}

TEST_CASE("what was overruled to missed fills its gap no more, and no other's", "[grading]") {
  deck::Item item;
  item.kind = deck::Kind::cloze;
  item.language = "en";
  item.question = "[…] and […]";
  item.cloze = {{"Paris", 0, ""}, {" and ", std::nullopt, ""}, {"Berlin", 1, ""}};
  for (const auto* name : {"Paris", "Berlin"}) {
    deck::Point point;
    point.id = point.name = name;
    item.points.push_back(point);
  }
  const std::string said = "Pariss; Berlin";
  const std::vector<LearnedWording> learned = {{0, "Pariss", Verdict::missed, said}};
  REQUIRE(grading::grade(item, said).score == 1.0);

  const auto again = grading::grade(item, said, {}, learned);

  CHECK(again.points[0].verdict == Verdict::missed);
  CHECK(again.points[0].credit == 0.0);
  CHECK(again.points[1].verdict == Verdict::hit);
  CHECK(again.score == 0.5);
  CHECK(grading::grade(item, "pariss, Berlin", {}, learned).score == 0.5);
  CHECK(grading::grade(item, "Paris; Berlin", {}, learned).score == 1.0);
  CHECK(grading::grade(item, "Paris; Berlinn", {}, learned).score == 1.0);
}

TEST_CASE("a long answer that was overruled to missed is known by the whole of it", "[grading]") {
  const auto item = held_by("the stability of what was learned");
  const std::string said = "the stabilty of what was learned";
  const std::vector<LearnedWording> learned = {{0, "the stabilty of", Verdict::missed, said}};

  REQUIRE(grading::grade(item, said).points[0].verdict == Verdict::hit);
  CHECK(grading::grade(item, said, {}, learned).points[0].verdict == Verdict::missed);
}

TEST_CASE("a learned wording of no point is refused", "[grading]") {
  const auto kind =
      GENERATE(deck::Kind::points, deck::Kind::short_answer, deck::Kind::number, deck::Kind::cloze);
  const auto verdict = GENERATE(Verdict::hit, Verdict::missed);
  deck::Item item;
  item.kind = kind;
  item.number.emplace();
  item.points.resize(1);
  item.points[0].id = item.points[0].name = "answer";
  CHECK_THROWS_AS(grading::PreparedItem(item, {}, std::vector<LearnedWording>{{1, "a", verdict}}),
                  std::invalid_argument);
}

TEST_CASE("English lessons are met by their content words", "[grading]") {
  deck::Item item;
  item.language = "en";
  item.question = "How do you build a moat?";
  for (const auto* name : {"core team", "patents"}) {
    deck::Point point;
    point.id = point.name = name;
    item.points.push_back(point);
  }
  const std::vector<LearnedWording> learned = {{0, "people who would follow you anywhere"}};
  CHECK(grading::grade(item, "Anywhere you go, these people will follow.", {}, learned)
            .points[0]
            .verdict == Verdict::hit);
  CHECK(grading::grade(item, "Follow the market.", {}, learned).points[0].verdict != Verdict::hit);
}

TEST_CASE("a learned wording is not met by half of its words beside others", "[grading]") {
  deck::Item item;
  item.language = "en";
  item.question = "How does one keep bread fresh?";
  for (const auto* name : {"breathable cover", "dark cupboard"}) {
    deck::Point point;
    point.id = point.name = name;
    item.points.push_back(point);
  }
  const std::vector<LearnedWording> learned = {{0, "I would wrap the loaf in linen cloth"}};
  const auto verdict = [&](const std::string& answer) {
    return grading::grade(item, answer, {}, learned).points[0].verdict;
  };
  CHECK(verdict("in linen cloth the loaf gets wrapped") == Verdict::hit);
  CHECK(verdict("linen cloth around the loaf") == Verdict::hit);
  CHECK(verdict("wrap the loaf in plastic foil") != Verdict::hit);
}

TEST_CASE("a wording that was overruled to contradicted contradicts when it is said again",
          "[grading]") {
  const std::string said = "把点子锁进保险柜就够了，别的不用管";
  const LearnedWording opposite = {1, said, Verdict::contradicted, said};
  const auto learned =
      GENERATE_COPY(as<std::vector<LearnedWording>>{}, std::vector<LearnedWording>{opposite},
                    std::vector<LearnedWording>{kLocked, opposite});
  REQUIRE(graded(said, {kLocked}).points[1].verdict == Verdict::hit);

  const auto result = graded(said, learned).points[1];

  CHECK(result.verdict == Verdict::contradicted);
  CHECK(result.reason == grading::Reason{grading::reason::kContradicts, {said}});
}

TEST_CASE("a detail that was overruled to contradicted contradicts", "[grading]") {
  const std::string said = "发明尽早报专利，代码登记著作权";
  REQUIRE(graded(said).points[1].verdict == Verdict::hit);
  CHECK(graded(said, {{1, said, Verdict::contradicted, said}}).points[1].verdict ==
        Verdict::contradicted);
}

TEST_CASE("the newer of a hit and a contradicted wording decides", "[grading]") {
  const LearnedWording opposite = {1, kLocked.text, Verdict::contradicted, kLocked.text};
  CHECK(graded(kLocked.text, {opposite, kLocked}).points[1].verdict == Verdict::hit);
  CHECK(graded(kLocked.text, {kLocked, opposite}).points[1].verdict == Verdict::contradicted);
}
