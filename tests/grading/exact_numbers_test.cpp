// What people write for a number, and the wrong answers next to it.
#include <string>

#include <catch2/catch.hpp>

#include "grading/grader.h"
#include "support/items.h"

using pith::grading::grade;
using pith::test::point;

namespace {

/// The score of an answer to a question for a number.
double score_asked(const std::string& question, double wanted, const std::string& answer,
                   double tolerance = 0) {
  auto item = pith::test::item("zh", question, {point("n")});
  item.kind = pith::deck::Kind::number;
  item.number = pith::deck::NumberAnswer{wanted, tolerance};
  return grade(item, answer).score;
}

}  // namespace

TEST_CASE("a multiplier that begins a unit's name belongs to the unit", "[grading]") {
  const auto [answer, value] = GENERATE(table<std::string, double>({{"6300千米", 6300},
                                                                    {"约6300千米", 6300},
                                                                    {"六千三百千米", 6300},
                                                                    {"18000千米", 18000},
                                                                    {"1000千克每立方米", 1000},
                                                                    {"每秒30万千米", 3e5},
                                                                    {"2250万千瓦", 2.25e7},
                                                                    {"200千瓦时", 200},
                                                                    {"1000千伏", 1000},
                                                                    {"2000千卡", 2000},
                                                                    {"1013百帕", 1013},
                                                                    {"三点五千米", 3.5},
                                                                    {"5千米", 5},
                                                                    {"5千米", 5000},
                                                                    {"三千米", 3000},
                                                                    {"一万三千米", 13000},
                                                                    {"5千欧元", 5000},
                                                                    {"5百米", 500}}));
  CAPTURE(answer);
  CHECK(score_asked("有多少？", value, answer) == 1.0);
  CHECK(score_asked("有多少？", value + 7, answer) == 0.0);
}

TEST_CASE("a range between units with a multiplier is a range", "[grading]") {
  CHECK(score_asked("有多少？", 5, "5千米到6千米") == 0.0);
  CHECK(score_asked("有多少？", 5, "5千米到6千米", 1) == 1.0);
}
