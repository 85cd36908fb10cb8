// Lengths of time in several units, or in another one than the question counts by.
#include <string>
#include <tuple>

#include <catch2/catch.hpp>

#include "support/numbers.h"

using pith::test::score_asked;

TEST_CASE("a length of time is read in the unit that is asked for", "[grading]") {
  const auto* const answer = GENERATE(
      "4小时30分", "4小时30分钟", "4个小时30分钟", "四小时三十分", "4小时半", "四个半小时",
      "4小时零30分", "4小时又30分钟", "大约4小时30分", "4 hours 30 minutes",
      "4 hours and 30 minutes", "4 hours, 30 minutes", "four hours and thirty minutes", "4h30",
      "4h30m", "4h 30min", "4h30min", "4 hrs 30 mins", "4小时30", "4:30", "about 4:30", "4:30:00",
      "270 minutes", "270分钟", "270 min", "16200 seconds", "4 and a half hours", "4.5 h",
      "4 hours 30 minutes by train", "not 5 hours but 4 hours 30 minutes");
  const auto* const question = GENERATE("坐车要多少小时？", "How many hours does it take?");
  CAPTURE(question, answer);
  CHECK(score_asked(question, 4.5, answer) == 1.0);
  CHECK(score_asked(question, 4, answer) == 0.0);
  CHECK(score_asked(question, 30, answer) == 0.0);
}

TEST_CASE("lengths of time are read in minutes, seconds, days, months and years", "[grading]") {
  using Row = std::tuple<std::string, double, std::string, double>;
  const auto [question, wanted, answer, score] =
      GENERATE(values<Row>({{"要多少分钟？", 270, "4小时30分", 1},
                            {"要多少分钟？", 270, "4.5小时", 1},
                            {"要多少分钟？", 270, "4小时", 0},
                            {"要多少分钟？", 5.5, "5分30秒", 1},
                            {"How many minutes does it take?", 90, "1 hour 30 minutes", 1},
                            {"How many minutes does it take?", 90, "90", 1},
                            {"How many seconds does it take?", 90, "1 min 30 s", 1},
                            {"How many days does it take?", 1.5, "1 day 12 hours", 1},
                            {"How many days does it take?", 14, "2 weeks", 1},
                            {"任期多少年？", 1.5, "18个月", 1},
                            {"任期多少个月？", 18, "1年6个月", 1},
                            {"任期多少个月？", 18, "18年", 0},
                            {"要多少分钟？", 245, "4小时零五分", 1},
                            {"How many minutes?", 30, "half an hour", 1},
                            {"任期多少个月？", 3, "2017年起是3个月", 1},
                            {"How long is the film?", 1.5, "1 hour 30 minutes", 1},
                            {"How many hours?", 4, "4 hours (240 minutes)", 1},
                            {"How many hours?", 4, "240 minutes = 4 hours", 1},
                            {"How many hours?", 30, "30 days", 0},
                            {"How many times?", 4, "4:30", 1}}));
  CAPTURE(question, answer);
  CHECK(score_asked(question, wanted, answer) == score);
}

TEST_CASE("a length of time that the question gives is no answer in another unit", "[grading]") {
  using Row = std::tuple<std::string, double, std::string, double>;
  const auto [question, wanted, answer, score] =
      GENERATE(values<Row>({{"How many hours are 270 minutes?", 4.5, "270 minutes", 0},
                            {"How many hours are 270 minutes?", 4.5, "4 hours 30 minutes", 1},
                            {"How many seconds are in a day?", 86400, "1 day", 0},
                            {"How many seconds are in a day?", 86400, "24 hours", 0},
                            {"一天有多少分钟？", 1440, "一天", 0},
                            {"一天有多少分钟？", 1440, "24小时", 0},
                            {"4小时30分是多少小时？", 4.5, "4小时30分", 0},
                            {"4小时30分是多少分钟？", 270, "4小时30分是270分钟", 1}}));
  CAPTURE(question, answer);
  CHECK(score_asked(question, wanted, answer) == score);
}
