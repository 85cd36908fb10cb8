// What is at most or at least so many: 不超过二百毫升, 两升以内, 至少两小时.
#include <string>

#include <catch2/catch.hpp>

#include "grading/grader.h"
#include "support/items.h"

namespace pith::grading {
namespace {

using test::item;
using test::point;

Verdict of(const std::string& answer, std::size_t p) {
  static const auto kiln = item(
      "zh", "烧陶要注意什么？",
      {point("升温要慢", "每小时八十到一百度。"), point("一窑不超过六十件", "放多了受热不匀。"),
       point("焖窑至少十二小时", "急着开窑会炸裂。")});
  return grade(kiln, answer).points[p].verdict;
}

}  // namespace

TEST_CASE("a denial that sets a limit rejects nothing", "[grading]") {
  CHECK(of("升温每小时不能超过一百度", 0) == Verdict::hit);
  CHECK(of("升温每小时别超过100度", 0) == Verdict::hit);
  CHECK(of("升温每小时不要超过一百度，八十度也行", 0) == Verdict::hit);
  CHECK(of("别一窑超过六十件", 1) == Verdict::hit);
  CHECK(of("别一窑放超过六十件", 1) == Verdict::hit);
  CHECK(of("升温慢一点没必要", 0) == Verdict::contradicted);
  CHECK(of("不用慢慢升温", 0) == Verdict::contradicted);
}

TEST_CASE("at least so many is the opposite of at most so many", "[grading]") {
  CHECK(of("一窑不超过六十件", 1) == Verdict::hit);
  CHECK(of("一窑别超过60件", 1) == Verdict::hit);
  CHECK(of("一窑最多六十件", 1) != Verdict::contradicted);
  CHECK(of("一窑六十件以内", 1) != Verdict::contradicted);
  CHECK(of("一窑超过六十件", 1) == Verdict::contradicted);
  CHECK(of("一窑至少放六十件", 1) != Verdict::hit);
  CHECK(of("一窑至少六十件", 1) == Verdict::contradicted);
  CHECK(of("一窑六十件以上", 1) == Verdict::contradicted);

  CHECK(of("焖窑至少十二小时", 2) == Verdict::hit);
  CHECK(of("焖窑起码12个小时", 2) != Verdict::contradicted);
  CHECK(of("焖窑不少于十二小时", 2) != Verdict::contradicted);
  CHECK(of("焖窑不到十二小时", 2) == Verdict::contradicted);
  CHECK(of("焖窑最多十二小时", 2) == Verdict::contradicted);
}

TEST_CASE("a case, another number and another unit are no limit of the point", "[grading]") {
  const auto* const answer = GENERATE("一窑超过六十件就会裂", "一窑超过六十件还没烧透，下次少放",
                                      "一窑至少三十件", "一窑至少六十斤", "不烧的超过六十件");
  CAPTURE(answer);
  CHECK(of(answer, 1) != Verdict::contradicted);
}

}  // namespace pith::grading
