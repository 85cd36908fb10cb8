// What people write for a share of something, and the wrong answers next to it.
#include <string>

#include <catch2/catch.hpp>

#include "support/numbers.h"

using pith::test::score_asked;

TEST_CASE("a share may be told in parts and in proportions", "[grading]") {
  const auto [question, wanted, answer, score] =
      GENERATE(table<std::string, double, std::string, double>({
          {"What share of people are left-handed?", 0.25, "a quarter", 1},
          {"What share of people are left-handed?", 0.25, "About one quarter of them.", 1},
          {"What share of people are left-handed?", 0.25, "one in four", 1},
          {"What share of people are left-handed?", 0.25, "1 in every 4", 1},
          {"What share of people are left-handed?", 0.25, "25 out of 100", 1},
          {"What share of people are left-handed?", 0.25, "three quarters", 0},
          {"What share of people are left-handed?", 0.25, "one in five", 0},
          {"What share of people are left-handed?", 0.25, "the third quarter", 0},
          {"What percentage is it?", 25, "a quarter", 1},
          {"What percentage is it?", 25, "四分之一", 1},
          {"How many pct is it?", 25, "a quarter", 1},
          {"What percentage is it?", 25, "one out of four", 1},
          {"What percentage was it?", 25, "25 in 2020", 1},
          {"What percentage is it?", 25, "0.25", 0},
          {"How many hours?", 1.75, "one and three quarters", 1},
          {"How many litres?", 2.2, "two and a fifth", 1},
          {"How many litres?", 0.6667, "two thirds", 1},
          {"How many of 30 passed?", 25, "25 out of 30", 1},
      }));
  CAPTURE(question, answer);
  CHECK(score_asked(question, wanted, answer, 0.001) == score);
}

TEST_CASE("a percent is the plain number only where that can be meant", "[grading]") {
  const auto [question, wanted, answer, score] =
      GENERATE(table<std::string, double, std::string, double>({
          {"What share is it?", 0.3, "30%", 1},
          {"What share is it?", 0.3, "0.3%", 0},
          {"占多少？", 0.4, "百分之四十", 1},
          {"占多少？", 0.4, "百分之零点四", 0},
          {"How fast does it grow?", 75, "75 %", 1},
          {"How fast does it grow?", -2, "-2%", 1},
          {"What percentage is it?", 0.3, "0.3%", 1},
          {"百分之多少？", 0.4, "百分之零点四", 1},
          {"What share is it?", 0.3, "0.3 per mille", 0},
          {"What share is it?", 0.003, "3‰", 1},
          {"How many per mille is it?", 0.3, "0.3 per mille", 1},
          {"How salty is it?", 35, "35‰", 1},
          {"千分之几？", 35, "千分之三十五", 1},
          {"几个？", 1, "千分之一", 0},
          {"At 5% a day, how many hours is it?", 3, "3 of 10 hours", 1},
          {"At 5% a day, what share is left?", 0.3, "0.3%", 0},
          {"What percentage is 20% of 30%?", 6, "0.06%", 0},
          {"What percentage is 20% of 30%?", 6, "six in a hundred", 1},
          {"百分之五的人有几个？", 3, "十个里的三个", 0},
          {"百分之五的人占百分之几？", 30, "十个里的三个", 1},
          {"What percentage is it?", 3, "3‰", 0},
          {"What percentage is it?", 0.3, "3‰", 1},
      }));
  CAPTURE(question, answer);
  CHECK(score_asked(question, wanted, answer) == score);
}

TEST_CASE("a share may be told in tenths", "[grading]") {
  const auto [question, wanted, answer, score] =
      GENERATE(table<std::string, double, std::string, double>({
          {"占多少？", 0.4, "四成", 1},         {"占多少？", 0.4, "大概四成", 1},
          {"占多少？", 0.4, "四成左右的人", 1}, {"占多少？", 0.4, "五成", 0},
          {"占多少？", 0.33, "三成三", 1},      {"占多少？", 0.25, "两成半", 1},
          {"占多少？", 0.25, "2成5", 1},        {"占多少？", 0.75, "七成五", 1},
          {"占多少？", 0.5, "五成新", 1},       {"占多少？", 0.8, "打八折", 1},
          {"占多少？", 0.75, "七五折", 1},      {"占多少？", 0.75, "7.5折", 1},
          {"百分之几？", 75, "七成五", 1},      {"百分之几？", 4, "四成", 0},
          {"打几折？", 8, "八折", 1},           {"占几成？", 4, "四成", 1},
          {"有多少？", 4, "4成人，2儿童", 1},   {"有多少？", 5, "一成不变，是5", 1},
          {"有多少？", 1, "一成不变", 1},       {"有多少？", 3, "八成是3", 1},
          {"有多少？", 3, "三折页", 1},         {"占多少？", 0.3, "三折页", 0},
          {"占多少？", 0.3, "三成为0.5", 0},    {"有多少？", 0.0, "0成", 1},
      }));
  CAPTURE(question, answer);
  CHECK(score_asked(question, wanted, answer, 0.001) == score);
}

TEST_CASE("a part may be told by any of its words", "[grading]") {
  const auto [wanted, answer, score] = GENERATE(table<double, std::string, double>({
      {0.25, "a fourth", 1},
      {0.25, "one-fourth of them", 1},
      {0.05, "a twentieth", 1},
      {0.15, "three twentieths", 1},
      {1.5, "three halves", 1},
      {0.3333, "every third adult", 1},
      {0.25, "every fourth", 1},
      {0.5, "every other one", 1},
      {0.25, "Quarter.", 1},
      {0.25, "the first quarter", 0},
      {0.3, "point three", 1},
      {0.35, "about point three five", 1},
      {3, "at this point three of them", 1},
      {0.3, "at this point three of them", 0},
      {0.5, "半个", 1},
      {3, "半天3个", 1},
      {4, "every fourth year they have 4", 1},
      {5, "a fifth one makes 5", 1},
      {0.2, "a fifth of all", 1},
      {5730, "a half-life of 5730 years", 1},
  }));
  CAPTURE(answer);
  CHECK(score_asked("How much?", wanted, answer, 0.0001) == score);
}

TEST_CASE("a share may be told by what is counted", "[grading]") {
  const std::string share = "What share?";
  const std::string percent = "What percentage?";
  const auto [question, wanted, answer, score] =
      GENERATE_COPY(table<std::string, double, std::string, double>({
          {share, 0.3333, "one adult in three", 1},
          {share, 0.3, "three seeds in ten", 1},
          {share, 0.6667, "two of every three dollars", 1},
          {share, 0.75, "3 of 4 cases", 1},
          {share, 0.25, "1 of 4", 1},
          {share, 0.25, "1 of every 4", 1},
          {share, 0.4, "Of ten seeds, four sprout", 1},
          {share, 0.25, "1:4", 0},
          {share, 0.3, "0.3 grams in 3 litres", 1},
          {share, 0.3, "three and ten", 0},
          {percent, 5, "up 5 points in 10 years", 1},
          {percent, 25, "25 cases in 2019", 1},
          {percent, 40, "two of five", 1},
          {"How many seeds?", 3, "three seeds in ten", 1},
          {"How many seeds?", 3, "3 of 4", 1},
          {share, 0.2, "one-in-five", 1},
          {share, 0.2, "1-in-5", 1},
          {share, 0.2, "one in about five", 1},
          {share, 0.3333, "三个人有一个", 1},
          {share, 0.3333, "三个人没有一个", 0},
          {share, 0.03, "3个百分点", 1},
          {percent, 3, "3 percentage points", 1},
          {share, 0.3333, "三个人里有一个", 1},
          {share, 0.3333, "每三个人有一个", 1},
          {share, 0.3333, "三个里面一个", 1},
          {share, 0.3333, "三中有一", 1},
          {share, 0.3333, "每三人一人", 1},
          {share, 0.3333, "三个中的一个", 1},
          {share, 0.4, "十个里有四个", 1},
          {share, 0.4, "十颗里面一般有四颗", 1},
          {share, 0.4, "每十颗种子，就有四颗", 1},
          {share, 0.4, "十年里有四年", 1},
          {share, 0.75, "四件里有三件", 1},
          {percent, 40, "五个中有两个", 1},
          {percent, 3, "每10年增长3", 1},
          {percent, 3, "每10年增长3个百分点", 1},
          {share, 0.4, "十个人里有六个", 0},
          {"有几个？", 5, "五个中有两个", 1},
          {"有几个？", 2, "每五个有两个", 1},
      }));
  CAPTURE(question, answer);
  CHECK(score_asked(question, wanted, answer, 0.0001) == score);
}

TEST_CASE("a share of a share is their product", "[grading]") {
  const auto [question, wanted, answer, score] =
      GENERATE(table<std::string, double, std::string, double>({
          {"How much?", 0.25, "a quarter of a third", 0},
          {"How much?", 0.0833, "a quarter of a third", 1},
          {"How much?", 0.25, "a quarter of 20 people", 1},
          {"How much?", 0.125, "half of 25%", 1},
          {"How much?", 12.5, "half of 25%", 1},
          {"What percentage?", 6, "20% of 30%", 1},
          {"What percentage?", 20, "20% of 30%", 0},
          {"How much?", 0.005, "half a percent", 1},
          {"What percentage?", 0.5, "half a percent", 1},
          {"How much?", 0.0025, "a quarter of a percent", 1},
          {"How much?", 0.5, "half a percent", 0},
          {"占多少？", 0.25, "四分之一的一半", 0},
          {"占多少？", 0.125, "四分之一的一半", 1},
          {"占多少？", 0.15, "三成的一半", 1},
          {"占多少？", 0.15, "三成的人里有一半", 1},
          {"占多少？", 0.3, "三成的人，一半", 1},
          {"占多少？", 0.3, "三成的一半", 0},
      }));
  CAPTURE(question, answer);
  CHECK(score_asked(question, wanted, answer, 0.0001) == score);
}

TEST_CASE("a half and a quarter are read of what they are parts of", "[grading]") {
  const auto [question, wanted, answer, score] =
      GENERATE(table<std::string, double, std::string, double>({
          {"How many people?", 5e5, "half a million", 1},
          {"How many people?", 2.5e5, "a quarter of a million", 1},
          {"How many people?", 0.5, "half a million", 0},
          {"How many hours?", 1.25, "an hour and a quarter", 1},
          {"How many hours?", 2.75, "two hours and three quarters", 1},
          {"How many?", 5, "half of 10 is 5", 1},
          {"How many?", 20, "a fifth of 100 = 20", 1},
          {"几个？", 5, "10的一半是5", 1},
          {"几个？", 5, "10的一半是6", 0},
          {"How many?", 6, "half dozen", 1},
          {"几个？", 6, "半打", 1},
          {"几个？", 3, "半打开的门3扇", 1},
          {"How many eggs?", 24, "two dozens", 1},
          {"What share?", 0.125, "an eighth", 1},
          {"What share?", 0.25, "every 4th adult", 1},
          {"What share?", 0.6667, "2 thirds", 1},
          {"What share?", 0.6667, "all but a third", 1},
          {"What share?", 0.3333, "all but a third", 0},
          {"What share?", 0.5, "fifty-fifty", 1},
          {"What percentage?", 50, "50/50", 1},
          {"What share?", 0.1, "50/500", 1},
          {"What share?", 0.9, "9 times out of 10", 1},
          {"What share?", 0.2, "1 / 5", 1},
          {"What share?", 0.25, "nought point two five", 1},
          {"What percentage?", 10, "10 in 2000", 1},
          {"What percentage?", 0.05, "1 in 2000", 1},
          {"How many quarters has a year?", 4, "four quarters", 1},
          {"How many quarters has a year?", 4, "4 quarters", 1},
          {"How many years?", 0.75, "three quarters", 1},
          {"How many years?", 3, "three quarters", 0},
          {"How many hours?", 1.5, "ninety minutes, i.e. 1.5 hours", 1},
      }));
  CAPTURE(question, answer);
  CHECK(score_asked(question, wanted, answer, 0.0001) == score);
}

TEST_CASE("tenths are parts like hundredths", "[grading]") {
  const auto [question, wanted, answer, score] =
      GENERATE(table<std::string, double, std::string, double>({
          {"占多少？", 0.3, "三成人", 1},
          {"占几成？", 3, "30%", 1},
          {"占几成？", 3, "十个里有三个", 1},
          {"占几成？", 3, "3%", 0},
          {"打几折？", 8.5, "八五折", 1},
          {"打几折？", 85, "85折", 1},
          {"几张？", 3, "三成人票", 1},
      }));
  CAPTURE(question, answer);
  CHECK(score_asked(question, wanted, answer) == score);
}
