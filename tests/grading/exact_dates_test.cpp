// Dates that people write where a number is asked for, and what is none.
#include <string>
#include <tuple>

#include <catch2/catch.hpp>

#include "support/numbers.h"

using pith::test::score_asked;

TEST_CASE("who is asked for a year may write the date", "[grading]") {
  const std::string question = GENERATE("In which year did the wall fall?", "墙是哪一年倒的？");
  const auto* const answer = GENERATE(
      "9 November 1989", "9th of November 1989", "November 9, 1989", "Nov 9 1989", "9 Nov 1989",
      "November 1989", "1989-11-09", "1989/11/9", "1989.11.9", "09.11.1989", "9/11/1989",
      "09-11-1989", "1989/11", "11/1989", "1989.11", "1989年11月9日", "1989年的11月9日", "1989-11",
      "it fell on 1989/11/9", "in the late 1980s, 1989", "20世纪80年代末，1989年",
      "1980年代末，1989年", "9 November 1989, not 1990", "since 1989/11/9");
  CAPTURE(question, answer);
  CHECK(score_asked(question, 1989, answer) == 1.0);
  CHECK(score_asked(question, 1988, answer) == 0.0);
  CHECK(score_asked(question, 9, answer) == 0.0);
}

TEST_CASE("a date is no answer beside another number", "[grading]") {
  const std::string question = GENERATE("How many days did it take?", "用了多少天？");
  const auto* const answer =
      GENERATE("in November 1989 it took 3 days", "9 Nov 1989: 3 days", "1989/11/9 起用了3天",
               "since 09.11.1989 it takes 3 days", "2017年10月1日起是3天");
  CAPTURE(question, answer);
  CHECK(score_asked(question, 3, answer) == 1.0);
  CHECK(score_asked(question, 1989, answer) == 0.0);
}

TEST_CASE("what only looks like a date is read as it was", "[grading]") {
  using Row = std::tuple<std::string, double, std::string>;
  const auto [question, wanted, answer] =
      GENERATE(values<Row>({{"多少？", 20, "1000/10/5 = 20"},
                            {"多少？", 180, "1980/11"},
                            {"多少？", 1989.11, "1989.11"},
                            {"How many?", 0.5, "1/2"},
                            {"How many seconds?", 1500, "1500s, that is 25 minutes"},
                            {"In which decade did it begin?", 1980, "in the 1980s"},
                            {"In which year?", 1980, "the 1980s"},
                            {"On which day of November?", 9, "9 November"}}));
  CAPTURE(question, answer);
  CHECK(score_asked(question, wanted, answer) == 1.0);
}
