#include "session/grader.h"

#include <catch2/catch.hpp>

#include "base/error.h"
#include "base/stopped.h"
#include "grading/grader.h"

using namespace pith;
using grading::Verdict;

namespace {

/// Says hit to everything it is asked, quoting the whole answer.
class Generous final : public grading::Judge {
 public:
  [[nodiscard]] grading::Judgement judge(const deck::Item& item, std::string_view answer,
                                         std::span<const std::size_t> points) const override {
    asked.assign(points.begin(), points.end());
    grading::Judgement judgement{"generous-1", {}};
    judgement.opinions.resize(item.points.size());
    for (const auto point : points) {
      judgement.opinions[point] = grading::Opinion{Verdict::hit, grading::Span{0, answer.size()}};
    }
    return judgement;
  }

  mutable std::vector<std::size_t> asked;
};

/// The learner leaves before they have answered.
class Unheard final : public grading::Judge, public grading::SentenceEncoder {
 public:
  [[nodiscard]] grading::Judgement judge(const deck::Item&, std::string_view,
                                         std::span<const std::size_t>) const override {
    throw Stopped();
  }
  [[nodiscard]] std::string name() const override { return "unheard"; }
  [[nodiscard]] std::string model() const override { return "unheard"; }
  [[nodiscard]] std::vector<std::vector<float>> encode(
      std::span<const std::string_view>) const override {
    throw Stopped();
  }
};

deck::Item item() {
  deck::Item item;
  item.language = "zh";
  item.question = "如何建立技术壁垒？";
  for (const auto* name : {"自己研发别家没有的算法", "发明尽早报专利并登记著作权"}) {
    deck::Point point;
    point.id = point.name = name;
    item.points.push_back(point);
  }
  return item;
}

/// An answer whose first verdict the grader is not sure of, and what it is not sure of.
std::pair<std::string, std::vector<std::size_t>> unsure_answer() {
  for (const auto* answer : {"研发算法", "别家的算法", "自己的算法", "研发", "自己研发",
                             "没有的算法", "算法要好", "有自己的东西", "别家没有"}) {
    auto unsure = session::unsure_points(grading::grade(item(), answer));
    if (!unsure.empty()) {
      return {answer, std::move(unsure)};
    }
  }
  return {};
}

}  // namespace

TEST_CASE("a judge is asked about the verdicts that are unsure, and about no others", "[session]") {
  const auto [answer, unsure] = unsure_answer();
  REQUIRE_FALSE(unsure.empty());
  const Generous judge;

  const auto graded = session::make_grader(nullptr, &judge)(item(), answer, {});

  CHECK(judge.asked == unsure);
  CHECK(graded.grade.points[unsure[0]].verdict == Verdict::hit);
  CHECK(graded.versions.judge == "generous-1");
}

TEST_CASE("a judge is not asked where nothing is unsure", "[session]") {
  const Generous judge;
  const auto graded = session::make_grader(nullptr, &judge)(item(), "", {});
  CHECK(judge.asked.empty());
  CHECK(graded.versions.judge.empty());
}

TEST_CASE("an answer whose models are not waited for has the grade that words give it",
          "[session]") {
  const auto answer = unsure_answer().first;
  const Unheard unheard;

  const auto graded = session::make_grader(&unheard, &unheard)(item(), answer, {});

  CHECK(graded.versions.encoder == "none");
  CHECK(graded.versions.judge.empty());
  const auto by_words = grading::grade(item(), answer);
  REQUIRE(graded.grade.points.size() == by_words.points.size());
  for (std::size_t i = 0; i < by_words.points.size(); ++i) {
    CHECK(graded.grade.points[i].verdict == by_words.points[i].verdict);
  }
}
