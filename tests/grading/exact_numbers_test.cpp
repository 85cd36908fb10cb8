// What people write for a number, and the wrong answers next to it.
#include <string>
#include <tuple>

#include <catch2/catch.hpp>

#include "support/numbers.h"

using pith::test::score_asked;

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

TEST_CASE("what the question counts by may be repeated", "[grading]") {
  using Row = std::tuple<std::string, double, std::string, double>;
  const auto [question, wanted, answer, score] =
      GENERATE(values<Row>({{"我国人口约多少亿？", 14, "14亿", 1},
                            {"我国人口约多少亿？", 14, "十四亿人", 1},
                            {"我国人口约多少亿？", 14, "14", 1},
                            {"我国人口约多少亿？", 14.1, "14亿1000万", 1},
                            {"我国人口约多少亿？", 14, "14万", 0},
                            {"我国人口约多少亿？", 14, "1400万", 0},
                            {"我国陆地面积多少万平方千米？", 960, "960万平方千米", 1},
                            {"我国陆地面积多少万平方千米？", 960, "约960万", 1},
                            {"我国陆地面积多少万平方千米？", 960, "960亿", 0},
                            {"有几千万人？", 3, "三千万", 1},
                            {"有几千万人？", 3, "3万", 0},
                            {"有多少千米？", 3, "三千米", 1},
                            {"有多少千米？", 3, "3千米", 1},
                            {"有多少千米？", 3, "3000", 0},
                            {"How many million people?", 14, "14 million", 1},
                            {"How many people, in millions?", 14, "14 million", 1},
                            {"How many people?", 14, "14 million", 0}}));
  CAPTURE(question, answer);
  CHECK(score_asked(question, wanted, answer) == score);
}

TEST_CASE("a number that the question names is not the answer beside another", "[grading]") {
  using Row = std::tuple<std::string, double, std::string, double>;
  const std::string sound = "音速在15℃的空气中是多少？";
  const std::string boiling = "标准大气压下水的沸点是多少度？";
  const std::string nines = "How many minutes a year at 99.99% (four nines)?";
  const auto [question, wanted, answer, score] =
      GENERATE_COPY(values<Row>({{sound, 340, "15℃的时候是340米每秒", 1},
                                 {sound, 340, "15℃", 0},
                                 {sound, 340, "15℃的时候是300米每秒", 0},
                                 {sound, 340, "15或340", 0},
                                 {sound, 340, "15到340", 0},
                                 {sound, 15, "15，不是340", 1},
                                 {boiling, 100, "1个标准大气压下水的沸点是100度", 1},
                                 {boiling, 100, "一个标准大气压下是100度", 1},
                                 {boiling, 100, "1个标准大气压下是90度", 0},
                                 {"有多少平方千米？", 100, "1平方千米，100平方米", 0},
                                 {"北京20时，伦敦几时？", 12, "北京20时，伦敦就是12时", 1},
                                 {"北京20时，伦敦几时？", 12, "北京20时，伦敦就是20时", 0},
                                 {"60千克的人重多少牛？", 600, "60千克的人重600牛", 1},
                                 {nines, 52.6, "99.99% means 52.6 minutes", 1},
                                 {nines, 52.6, "99.99 means 52.6 minutes", 1},
                                 {nines, 52.6, "four nines is 52.6 minutes", 1},
                                 {nines, 52.6, "not 52.6 but four", 0}}));
  CAPTURE(question, answer);
  CHECK(score_asked(question, wanted, answer) == score);
}

TEST_CASE("a calculation may be told in words", "[grading]") {
  CHECK(score_asked("多少？", 52.56, "525600 minutes times 0.0001 is 52.56") == 1.0);
  CHECK(score_asked("多少？", 52.56, "525600分钟乘以0.0001是52.56分钟") == 1.0);
  CHECK(score_asked("多少？", 52.56, "525600 times 0.0001 gives 52.56") == 1.0);
  CHECK(score_asked("多少？", 12, "3 rows times 4 is 12") == 1.0);
  CHECK(score_asked("多少？", 0.0001, "525600 minutes times 0.0001 is 52.56") == 0.0);
  CHECK(score_asked("多少？", 52.56, "525600 minutes times 0.0001 is 50") == 0.0);
  CHECK(score_asked("多少？", 52.56, "525600 minutes is 52.56") == 0.0);
  CHECK(score_asked("多少？", 52.56, "525600 times 0.0001 is not 52.56") == 0.0);
}

TEST_CASE("the number of another unit than is asked for is wrong", "[grading]") {
  const auto [question, wanted, answer, score] =
      GENERATE(table<std::string, double, std::string, double>({
          {"How heavy is it in kg?", 5, "5 g", 0},
          {"How heavy is it in kg?", 5, "5 kg", 1},
          {"How heavy is it in kg?", 5, "five kilos", 1},
          {"How heavy is it in kg?", 5, "5", 1},
          {"How many days are in a week?", 7, "7 days", 1},
          {"How many days are in a week?", 7, "7 weeks", 0},
          {"它重多少千克？", 5, "5公斤", 1},
          {"它重多少千克？", 5, "5克", 0},
          {"跑道长多少米？", 5000, "5千米", 1},
          {"跑道长多少米？", 5000, "5000米", 1},
          {"跑道长多少米？", 5000, "5000千米", 0},
          {"How many bits has a byte?", 8, "8 bits", 1},
      }));
  CAPTURE(question, answer);
  CHECK(score_asked(question, wanted, answer) == score);
}

TEST_CASE("and a half goes with what is counted before it", "[grading]") {
  const auto [wanted, answer, score] = GENERATE(table<double, std::string, double>({
      {18, "a dozen and a half", 1},
      {30, "two dozen and a half", 1},
      {12.5, "a dozen and a half", 0},
      {1.5e6, "a million and a half", 1},
      {2.5e6, "2 million and a half", 1},
      {1.5, "a cup and a half", 1},
      {1.5, "one cup and a half", 1},
      {1.5, "an hour and a half", 1},
      {2.5, "two years and a half", 1},
      {2.5, "two-and-a-half", 1},
      {2.5, "two-and-a-half-hour days", 1},
      {1.5, "一杯半", 1},
      {18, "一打半", 1},
      {2, "two men and a half of the women", 1},
      {2, "two cells and a half-life", 1},
      {1.5, "一个月半", 1},
      {2.5, "两年半时间", 1},
      {2, "两杯半糖奶茶", 1},
      {2.5, "two and half years", 1},
      {2, "two and half of the rest", 1},
      {3.5, "3 and 1/2", 1},
      {3.5, "3-1/2", 1},
      {3, "3 and 1/2 of the rest", 1},
      {0.25, "1/4-1/2", 0},
      {0.75, "1/4-1/2", 0},
      {1, "一杯半岛咖啡", 1},
  }));
  CAPTURE(answer);
  CHECK(score_asked("How many?", wanted, answer) == score);
}

TEST_CASE("a last digit may be of the next lower power", "[grading]") {
  const auto [wanted, answer, score] = GENERATE(table<double, std::string, double>({
      {1200, "一千二", 1},        {1002, "一千二", 0},
      {1002, "一千零二", 1},      {35000, "三万五", 1},
      {250, "两百五", 1},         {120, "一百二左右", 1},
      {1230, "一千二百三", 1},    {1.3e8, "一亿三", 1},
      {1200, "1千2", 1},          {12000, "1万2", 1},
      {3500, "3千5百", 1},        {3520, "3千5百2", 1},
      {12345, "1万2345", 1},      {20000, "2万20%", 1},
      {25, "二十五", 1},          {35200, "三万五千二", 1},
      {3000, "三千一个月", 1},    {3000, "3千1个月", 1},
      {102.5, "一百零二点五", 1}, {0.001, "一千分之一", 1},
      {1200, "12 hundred", 1},    {5e5, "5 hundred thousand", 1},
      {1.2, "百分之一百二", 1},
  }));
  CAPTURE(answer);
  CHECK(score_asked("How many?", wanted, answer) == score);
}

TEST_CASE("digits behind a measure are its decimals", "[grading]") {
  const auto [wanted, answer, score] = GENERATE(table<double, std::string, double>({
      {1.75, "一米七五", 1},
      {1.8, "1米8左右", 1},
      {1.05, "一米零五", 1},
      {3.5, "三块五", 1},
      {2.5, "两斤五", 1},
      {3, "3米5个人", 1},
      {3.5, "3块5毛", 1},
      {2.5, "两元五角", 1},
      {3.2, "3斤2两", 1},
      {3, "3块5个人分", 1},
      {100, "100米3秒", 1},
  }));
  CAPTURE(answer);
  CHECK(score_asked("多少？", wanted, answer) == score);
}
