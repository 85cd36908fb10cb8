#include "grading/judge.h"

#include <new>

#include <catch2/catch.hpp>

#include "base/error.h"
#include "grading/reason.h"

using namespace pith;
using namespace pith::grading;

TEST_CASE("a judge's opinions replace the verdicts they are about, and the score follows",
          "[grading]") {
  deck::Item item;
  item.points.resize(3);
  item.points[0].weight = 2;
  Grade grade;
  grade.points.resize(3);
  grade.points[2] = {Verdict::hit, 1.0, Span{0, 3}, {reason::kStated, {"abc"}}, 0.8};
  const Judgement judgement{"judge-1",
                            {Opinion{Verdict::partial, Span{3, 6}}, std::nullopt, std::nullopt}};

  const auto judged = with_judgement(grade, item, judgement);

  CHECK(judged.points[0].verdict == Verdict::partial);
  CHECK(judged.points[0].credit == 0.5);
  CHECK(judged.points[0].evidence == Span{3, 6});
  CHECK(text_of(judged.points[0].reason) == "judged by judge-1");
  CHECK(judged.points[1].verdict == Verdict::missed);
  CHECK(judged.points[2].reason == grade.points[2].reason);
  CHECK(judged.score == Approx((2 * 0.5 + 1.0) / 4));
}

TEST_CASE("a judge that cannot answer leaves the grade as it was, and is heard of", "[grading]") {
  class Silent final : public Judge {
    [[nodiscard]] Judgement judge(const deck::Item& /*item*/, std::string_view /*answer*/,
                                  std::span<const std::size_t> /*points*/) const override {
      throw StorageError("the judge is down");
    }
  };
  deck::Item item;
  item.points.resize(1);
  Grade grade;
  grade.score = 1.0;
  grade.points = {{Verdict::hit, 1.0, Span{0, 3}, {reason::kStated, {"abc"}}, 0.8}};
  std::string heard;

  const auto after =
      judged(Silent(), grade, item, "abc", {}, [&](const std::string& why) { heard = why; });

  CHECK(after.grade.points[0].reason == grade.points[0].reason);
  CHECK(after.grade.score == 1.0);
  CHECK(after.model.empty());
  CHECK(heard == "the judge is down");
}

TEST_CASE("a judge that fails as nobody foresaw leaves the grade as it was, too", "[grading]") {
  class Broken final : public Judge {
    [[nodiscard]] Judgement judge(const deck::Item& /*item*/, std::string_view /*answer*/,
                                  std::span<const std::size_t> /*points*/) const override {
      throw std::bad_alloc();
    }
  };
  deck::Item item;
  item.points.resize(1);
  Grade grade;
  grade.score = 1.0;
  grade.points.resize(1);
  bool heard = false;

  CHECK(judged(Broken(), grade, item, "abc", {}, [&](const auto&) { heard = true; }).grade.score ==
        1.0);
  CHECK(heard);
}
