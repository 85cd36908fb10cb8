// What a point's `reject` wordings tell of an answer that is nearer to them than to the point.
#include <functional>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "grading/decision/free_text.h"
#include "grading/grader.h"
#include "support/heard.h"
#include "support/items.h"

using namespace pith;
using namespace pith::grading;

namespace {

/// Every text is like itself and nothing else.
class Literal final : public SentenceEncoder {
 public:
  [[nodiscard]] std::string name() const override { return "endpoint"; }
  [[nodiscard]] std::string model() const override { return "literal"; }
  [[nodiscard]] std::vector<Vector> encode(std::span<const std::string_view> texts) const override {
    std::vector<Vector> vectors;
    for (const auto text : texts) {
      auto& vector = vectors.emplace_back(256, 0.001F);
      vector[std::hash<std::string_view>()(text) % 256] = 1.0F;
      normalise(vector);
    }
    return vectors;
  }
};

/// Features of an answer of one clause with the first of two points, the one with these opposites.
Features features_of(const std::string& point, const std::vector<std::string>& opposites,
                     const std::string& answer, const SentenceEncoder& encoder) {
  deck::Item item;
  item.language = point[0] > 0 ? "en" : "zh";
  item.question = "?";
  for (const auto* name : {point.c_str(), "容量规划"}) {
    auto& entry = item.points.emplace_back();
    entry.id = entry.name = name;
  }
  item.points[0].reject = opposites;
  const FreeTextGrader grader(item, {true, &encoder}, {});
  return grader.analyse(answer).table.at(0, 0).features;
}

}  // namespace

TEST_CASE("a stretch may mean an opposite rather than the point", "[grading]") {
  const Literal encoder;
  const auto opposed = features_of("定期备份", {"坏了再修"}, "坏了再修", encoder);
  CHECK(opposed[kOpposedMeaning] > 0.5);
  CHECK(opposed[kOpposedInContext] > 0.5);
  CHECK(features_of("定期备份", {"坏了再修"}, "定期备份", encoder)[kOpposedMeaning] == -0.5);
}

TEST_CASE("no stretch is nearer to an opposite where there is none", "[grading]") {
  const Literal encoder;
  const auto f = features_of("定期备份", {}, "坏了再修", encoder);
  CHECK(f[kOpposedMeaning] == 0.0);
  CHECK(f[kOpposedInContext] == 0.0);
}

namespace {

// Of each point whether the sentence states it (h) or not (-), then the sentence.
const char* const kLease = R"(
h--|租期是3年
---|租期五年
---|租期十二年
-h-|押金交两个月，退房全退
---|押金三个月
--h|提前30天通知房东
---|提前六十天通知房东
hhh|租期三年，押金两个月，提前三十天通知
)";

const char* const kRiver = R"(
h|长6300千米
h|全长约6300公里
h|六千三百千米长
-|长3600千米
-|全长约5000千米
)";

const char* const kWatch = R"(
hh|Four watches of three hours, two people each.
--|The night has five watches.
h-|The night is cut into four, three hours each.
-h|Two people at a time, so that one can wake the other.
)";

}  // namespace

TEST_CASE("another number than a point's name has turns it round", "[grading]") {
  test::check_heard(test::item("zh", "租房合同要谈清哪些事？",
                               {test::point("租期三年", "中途不涨价。"),
                                test::point("押金两个月", "退房那天全退。"),
                                test::point("提前三十天通知", "不续租要说一声。")}),
                    kLease);
  test::check_heard(
      test::item("zh", "长江有什么特点？", {test::point("长6300千米", "是中国最长的河流。")}),
      kRiver);
  test::check_heard(
      test::item("en", "How is the night watch organised?",
                 {test::point("four watches", "The night is cut into four watches of three hours."),
                  test::point("two people", "Nobody stands watch alone.")}),
      kWatch);
}

TEST_CASE("a number within a range, or near it, does not turn the range round", "[grading]") {
  const auto verdict = [](const deck::Item& item, const char* answer) {
    return grade(item, answer).points.front().verdict;
  };
  const auto fund = test::item("en", "What makes a household safe?",
                               {test::point("three to six months of spending", "It lies in cash."),
                                test::point("insurance", "It pays for what would ruin you.")});
  CHECK(verdict(fund, "Four or five months of spending.") != Verdict::contradicted);
  const auto reserve = test::item(
      "zh", "家里怎么才算稳当？",
      {test::point("留三到六个月开销", "放活期里。"), test::point("买保险", "大病由它来赔。")});
  CHECK(verdict(reserve, "留五个月开销") != Verdict::contradicted);
}

TEST_CASE("who tells what comes of the opposite does not state it", "[grading]") {
  const auto item = test::item("zh", "怎么进货？",
                               {test::point("小批量进货"), test::point("每次不超过十箱"),
                                test::point("看销量", "卖得快的多进。")});
  const auto verdict = [&](const std::string& answer, std::size_t point) {
    return grade(item, answer).points[point].verdict;
  };
  CHECK(verdict("大批量进货", 0) == Verdict::contradicted);
  CHECK(verdict("大批量进货会积压", 0) != Verdict::contradicted);
  CHECK(verdict("每次至少十箱", 1) == Verdict::contradicted);
  CHECK(verdict("每次十箱以上就放不下了", 1) != Verdict::contradicted);
}

TEST_CASE("that the opposite will do is no outcome of it", "[grading]") {
  const auto teach = test::item(
      "zh", "上课讲到难点怎么办？",
      {test::point("放慢节奏", "让学生跟得上。"), test::point("主动沟通", "先问学生哪里不懂。")});
  const auto verdict = [&](const std::string& answer, std::size_t point) {
    return grade(teach, answer).points[point].verdict;
  };
  CHECK(verdict("加快节奏就好", 0) == Verdict::contradicted);
  CHECK(verdict("被动沟通才对", 1) == Verdict::contradicted);
  CHECK(verdict("加快节奏就会乱", 0) != Verdict::contradicted);
  CHECK(verdict("被动沟通容易误会", 1) != Verdict::contradicted);
  CHECK(verdict("放慢节奏就好", 0) == Verdict::hit);
}
