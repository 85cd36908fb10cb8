#include "grading/explain.h"

#include <catch2/catch.hpp>

#include "grading/proposal.h"
#include "grading/reason.h"
#include "support/items.h"

using namespace pith;
using grading::Verdict;

namespace {

std::string piece(const std::string& answer, const grading::Span& span) {
  return answer.substr(span.begin, span.end - span.begin);
}

}  // namespace

TEST_CASE("an explanation agrees with the grade it explains", "[grading]") {
  const auto answer =
      GENERATE(as<std::string>{}, "自己研发别家没有的算法，没必要报专利。", "先去衙门盖个戳",
               "不知道", "", "。。。", "算法算法算法，著作权登记");
  CAPTURE(answer);
  const auto grade = grading::grade(test::moat(), answer);

  const auto explained = grading::explain(test::moat(), answer);

  CHECK(explained.grade.score == grade.score);
  REQUIRE(explained.points.size() == 2);
  for (std::size_t p = 0; p < 2; ++p) {
    CHECK(explained.points[p].result.verdict == grade.points[p].verdict);
    CHECK(explained.points[p].stretches.size() <= 3);
    for (const auto& stretch : explained.points[p].stretches) {
      CHECK(stretch.span.begin < stretch.span.end);
      CHECK(stretch.span.end <= answer.size());
    }
  }
}

TEST_CASE("an explanation reads no further than the grade", "[grading]") {
  std::string answer;
  while (answer.size() < 70'000) {
    answer += "今天天气很好。";
  }
  answer += "自己研发别家没有的算法。";
  const auto grade = grading::grade(test::moat(), answer);
  REQUIRE(grade.cut);
  REQUIRE(grade.points[0].verdict == Verdict::missed);

  const auto explained = grading::explain(test::moat(), answer);

  CHECK(explained.grade.cut);
  CHECK(explained.grade.score == grade.score);
  CHECK(explained.points[0].result.verdict == Verdict::missed);
  CHECK(explained.clauses.back().end <= grading::kLongestAnswer);
}

TEST_CASE("an explanation shows clauses, words that steer, and what is void", "[grading]") {
  const std::string answer = "自己研发别家没有的算法，没必要尽早报专利登记著作权。";
  const auto explained = grading::explain(test::moat(), answer);

  REQUIRE(explained.clauses.size() == 2);
  CHECK(piece(answer, explained.clauses[0]) == "自己研发别家没有的算法");
  CHECK(std::any_of(explained.cues.begin(), explained.cues.end(),
                    [&](const auto& cue) { return piece(answer, cue.first) == "没必要"; }));
  REQUIRE_FALSE(explained.points[0].stretches.empty());
  CHECK(explained.points[0].stretches[0].assigned);
  REQUIRE_FALSE(explained.points[1].voids.empty());
  CHECK(explained.points[1].voids[0].reason.code == grading::reason::kRejected);
  CHECK(piece(answer, explained.points[1].voids[0].span) == "尽早报专利登记著作权");
}

TEST_CASE("for a missed point a wording is proposed that makes it a hit", "[grading]") {
  const std::string answer = "自己研发别家没有的算法，再就是去衙门盖个戳。";
  const auto explained = grading::explain(test::moat(), answer);
  REQUIRE(explained.points[1].result.verdict == Verdict::missed);

  const auto& accept = explained.points[1].accept;

  REQUIRE(accept);
  CHECK(answer.find(*accept) != std::string::npos);
  const auto mended = grading::grade(grading::accepting(test::moat(), 1, *accept), answer);
  CHECK(mended.points[1].verdict == Verdict::hit);
  CHECK(mended.points[0].verdict == Verdict::hit);
}

TEST_CASE("no wording is proposed that says nothing, gives up or asks the question again",
          "[grading]") {
  const auto answer = GENERATE(as<std::string>{}, "自己研发别家没有的算法，再就是这样，然后呢。",
                               "自己研发别家没有的算法，别的我说不准。", "建立技术壁垒的话，嗯。",
                               "其余的不记得了，自己研发别家没有的算法");
  CAPTURE(answer);
  const auto explained = grading::explain(test::moat(), answer);
  REQUIRE(explained.points[1].result.verdict == Verdict::missed);
  CHECK_FALSE(explained.points[1].accept);
}

TEST_CASE("a point that is named by itself counts in part at least, and needs no other words",
          "[grading]") {
  const auto needs = test::item(
      "zh", "请讨论AI大模型创业中如何评估硬件需求。",
      {test::point("计算资源", "看模型多复杂、训练多大规模，推算要几块GPU或多少CPU。",
                   {"GPU数量", "多少张显卡", "算力", "几块A100"}),
       test::point("存储容量", "估算数据和模型文件一共要占多少地方。",
                   {"硬盘多大", "数据放得下", "几十个T", "检查点占地方"}),
       test::point("网络带宽", "看数据和模型传来传去要多快的线路。", {"网速", "传输速度", "专线"}),
       test::point("能耗", "算清用电，既顾电费，也顾环保。", {"耗电量", "电费", "省电", "散热"})});
  const auto explained = grading::explain(
      needs,
      "评估硬件的话，首先就是算力，看模型多大，需要多少张A100或者H100；然后存储，数据集几十个T，"
      "checkpoint也很占地方；嗯，网络的话我没太考虑过。能耗。");
  CHECK(explained.points[3].result.credit >= 0.3);
  CHECK_FALSE(explained.points[3].accept);
}

TEST_CASE("a clause is proposed for the point that it comes nearest to, and for no other",
          "[grading]") {
  auto item = test::moat();
  item.points.push_back(item.points[0]);
  item.points[2].id = item.points[2].name = "人才梯队";
  item.points[2].detail = "招得来、留得住顶尖的研究员。";
  const std::string answer = "给院士发股份。";
  const auto explained = grading::explain(item, answer);
  REQUIRE(explained.points[2].result.verdict != Verdict::hit);
  CHECK(explained.points[2].accept == std::optional<std::string>("给院士发股份"));
  CHECK_FALSE(explained.points[0].accept);
  CHECK_FALSE(explained.points[1].accept);
}

TEST_CASE("of words that steer, the longest are shown", "[grading]") {
  const std::string answer = "没必要报专利。";
  const auto explained = grading::explain(test::moat(), answer);
  std::vector<std::string> shown;
  for (const auto& cue : explained.cues) {
    shown.push_back(piece(answer, cue.first));
  }
  CHECK(shown == std::vector<std::string>{"没必要"});
}

TEST_CASE("nothing is proposed that would hit another point or break a sample", "[grading]") {
  auto item = test::moat();
  CHECK(grading::is_good_accept(item, 1, "去衙门盖个戳"));
  CHECK_FALSE(grading::is_good_accept(item, 1, ""));
  CHECK_FALSE(grading::is_good_accept(item, 1, "知识产权 保护"));
  CHECK_FALSE(grading::is_good_accept(item, 1, std::string(1000, 'x')));

  item.samples.push_back({"去衙门盖个戳", {}, {}});
  CHECK_FALSE(grading::is_good_accept(item, 1, "去衙门盖个戳"));
}
