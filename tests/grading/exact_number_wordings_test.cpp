// What people write for a number, and the wrong answers next to it.
#include <string>
#include <tuple>

#include <catch2/catch.hpp>

#include "grading/grader.h"
#include "support/items.h"
#include "support/numbers.h"

using pith::deck::Kind;
using pith::grading::grade;
using pith::test::item_of;
using pith::test::point;
using pith::test::score_asked;

namespace {

/// The score of an answer to the question for a number.
double number_score(double wanted, const std::string& answer, double tolerance = 0) {
  auto item = item_of(Kind::number, "How many?", {point("n")});
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

TEST_CASE("fractions, powers and dozens are read as they are written", "[grading]") {
  const auto [answer, value] = GENERATE(table<std::string, double>({{"1½", 1.5},
                                                                    {"½", 0.5},
                                                                    {"1 1/2 cups", 1.5},
                                                                    {"2¾ miles", 2.75},
                                                                    {"10²³", 1e23},
                                                                    {"6.02×10²³", 6.02e23},
                                                                    {"6.6×10⁻³⁴", 6.6e-34},
                                                                    {"2¹⁰", 1024},
                                                                    {"2的10次方", 1024},
                                                                    {"6.02乘以10的23次方", 6.02e23},
                                                                    {"20 km²", 20},
                                                                    {"fifty percent", 50},
                                                                    {"fifty percent", 0.5},
                                                                    {"50 %", 0.5},
                                                                    {"50 per cent", 0.5},
                                                                    {"百分之三十三点三", 33.3},
                                                                    {"百分之三十三点三", 0.333},
                                                                    {"百分之33.3", 0.333},
                                                                    {"千分之一点五", 0.0015},
                                                                    {"a dozen", 12},
                                                                    {"two dozen eggs", 24},
                                                                    {"half a dozen", 6},
                                                                    {"一打", 12},
                                                                    {"one and a half", 1.5},
                                                                    {"三个半小时", 3.5},
                                                                    {"两点半", 2.5},
                                                                    {"一个半", 1.5},
                                                                    {"一年半", 1.5},
                                                                    {"两日半", 2.5},
                                                                    {"三个半岛", 3},
                                                                    {"两个半球", 2},
                                                                    {"3 and a half-life", 3},
                                                                    {"两个半径", 2}}));
  CAPTURE(answer, value);
  CHECK(number_score(value, answer) == 1.0);
  CHECK(number_score(value * 1.001, answer) == 0.0);
}

TEST_CASE("what only looks like a fraction or a dozen is none", "[grading]") {
  CHECK(number_score(12, "dozens of them") == 0.0);
  CHECK(number_score(12, "一打开就是7") == 0.0);
  CHECK(number_score(7, "一打开就是7") == 1.0);
  CHECK(number_score(5.5, "11/2") == 1.0);
  CHECK(number_score(1.5, "11/2") == 0.0);
  CHECK(number_score(0.5, "50") == 0.0);
  CHECK(number_score(1023, "10²³") == 0.0);
  CHECK(number_score(52, "5²") == 0.0);
  CHECK(number_score(0.633, "百分之三十三点三") == 0.0);
}

TEST_CASE("who names a range names no number, unless all of it would do", "[grading]") {
  const auto* answer =
      GENERATE("between 12 and 20", "12-20", "12–20", "12 - 20 or so", "12到20", "12～20", "12至20",
               "from 12 to 20", "在12和20之间", "12 to 20", "twelve to twenty", "十二到二十");
  CAPTURE(answer);
  CHECK(number_score(12, answer) == 0.0);
  CHECK(number_score(20, answer) == 0.0);
  CHECK(number_score(16, answer) == 0.0);
  CHECK(number_score(16, answer, 4) == 1.0);
  CHECK(number_score(16, answer, 3) == 0.0);
  CHECK(number_score(12, answer, 1) == 0.0);
}

TEST_CASE("a range that is wrong is quoted whole", "[grading]") {
  auto item = item_of(Kind::number, "How many?", {point("n")});
  item.number = pith::deck::NumberAnswer{12, 0};
  CHECK(grade(item, "12-20").points[0].reason.args.at(0) == "12-20");
}

TEST_CASE("what only looks like a range is none", "[grading]") {
  CHECK(number_score(2024, "2024-05-01") == 1.0);
  CHECK(number_score(-20, "-20") == 1.0);
  CHECK(number_score(12, "12, and 20 more later") == 1.0);
  CHECK(number_score(128, "128 - 16 bytes") == 1.0);
  CHECK(number_score(12, "not 20 but 12") == 1.0);
}

TEST_CASE("of a calculation the result counts", "[grading]") {
  CHECK(number_score(86400, "24*3600=86400") == 1.0);
  CHECK(number_score(86400, "24 × 60 × 60 = 86400 seconds") == 1.0);
  CHECK(number_score(128, "4 times 32 = 128") == 1.0);
  CHECK(number_score(86400, "24乘以3600等于86400") == 1.0);
  CHECK(number_score(3600, "24*3600=86400") == 0.0);
  CHECK(number_score(24, "24*3600=86400") == 0.0);
  CHECK(number_score(24, "24 * 3600") == 1.0);
  CHECK(number_score(86400, "24*3600=90000") == 0.0);
}

TEST_CASE("a total counts behind what it adds up", "[grading]") {
  CHECK(number_score(34, "23个省，5个自治区，4个直辖市，2个特区，一共34个") == 1.0);
  CHECK(number_score(34, "23 + 5 + 4 + 2 = 34") == 1.0);
  CHECK(number_score(34, "23 provinces, 5 regions, 4 cities, 2 others: 34 in all") == 1.0);
  CHECK(number_score(23, "23个省，5个自治区，4个直辖市，2个特区，一共34个") == 1.0);
  CHECK(number_score(3.3, "1.1米和2.2米，一共3.3米") == 1.0);
  CHECK(number_score(34, "23个省，5个自治区，4个直辖市，一共34个") == 0.0);
  CHECK(number_score(5, "23个省，5个自治区，4个直辖市，2个特区，一共34个") == 0.0);
  CHECK(number_score(34, "23, 11, 34") == 0.0);
  CHECK(number_score(34, "23, 11, not 34 in all") == 0.0);
  CHECK(number_score(34, "23个省，11个区，34不对") == 0.0);
}

TEST_CASE("what a number used to be is no answer beside what it is", "[grading]") {
  for (const auto* answer :
       {"以前是两年，民法典之后是三年", "原来是2年，现在是3年", "It used to be 2, now it's 3",
        "formerly 2 years; today 3", "It was 2 years, now it's 3", "两年，不对，现在改成三年了",
        "两年，现在改为三年", "2 years, no, 3 years", "2 years, sorry, it's 3"}) {
    CAPTURE(answer);
    CHECK(number_score(3, answer) == 1.0);
    CHECK(number_score(2, answer) == 0.0);
  }
  for (const auto* answer : {"现在是3年，以前是2年", "3年，不是2年", "3 years, not 2",
                             "3年，是不是？2年不可能", "3 years, before it was 2"}) {
    CAPTURE(answer);
    CHECK(number_score(3, answer) == 1.0);
    CHECK(number_score(2, answer) == 0.0);
  }
  CHECK(number_score(3, "以前是2年") == 0.0);
  CHECK(number_score(2, "以前是2年") == 1.0);

  auto past = item_of(Kind::number, "民法典以前是几年？", {point("2")}, "zh");
  past.number = pith::deck::NumberAnswer{2, 0};
  CHECK(grade(past, "以前是两年，现在是三年").score == 1.0);
}

TEST_CASE("the year from which a number holds is not the number", "[grading]") {
  for (const auto* answer :
       {"从2017年起是3年", "2017年以后是3年", "自2017年开始，3年", "2017年10月1日起是3年",
        "since 2017 it has been 3", "as of 2017: 3 years"}) {
    CAPTURE(answer);
    CHECK(number_score(3, answer) == 1.0);
    CHECK(number_score(2017, answer) == 0.0);
  }
  CHECK(number_score(2017, "从2017年起") == 1.0);
  CHECK(number_score(2017, "2017年") == 1.0);
  CHECK(number_score(1500, "1500 of them, in 3 years") == 1.0);
  CHECK(number_score(3, "from 3 to 2017") == 0.0);

  auto year = item_of(Kind::number, "从哪一年起？", {point("2017")}, "zh");
  year.number = pith::deck::NumberAnswer{2017, 0};
  CHECK(grade(year, "从2017年起，一共改了3次").score == 1.0);
}

TEST_CASE("a result counts behind what it follows from", "[grading]") {
  CHECK(number_score(20, "five 32-bit words, so 20 bytes") == 1.0);
  CHECK(number_score(20, "五个32位字、所以20字节") == 1.0);
  CHECK(number_score(20, "5 words of 4 bytes, that makes 20") == 1.0);
  CHECK(number_score(20, "每行5个，一共4行，所以是20个") == 1.0);
  CHECK(number_score(16, "128 bits, so 16 bytes") == 1.0);
  CHECK(number_score(128, "128 bits, so 16 bytes") == 1.0);
  CHECK(number_score(20, "5 words, so not 20") == 0.0);
  CHECK(number_score(20, "5 words, so 32 bits, 20 or so") == 0.0);
  CHECK(number_score(20, "5 or so 20") == 0.0);

  CHECK(number_score(65535, "2^16 - 1 = 65535") == 1.0);
  CHECK(number_score(65535, "65536 minus 1 = 65535") == 1.0);
  CHECK(number_score(65536, "2^16 - 1 = 65535") == 0.0);
  CHECK(number_score(65536, "2^16 - 1") == 1.0);
}

TEST_CASE("a pair counts twice in a total", "[grading]") {
  CHECK(number_score(46, "22对常染色体加1对性染色体，一共46条") == 1.0);
  CHECK(number_score(46, "22 pairs and 1 pair, 46 in all") == 1.0);
  CHECK(number_score(23, "22对常染色体加1对性染色体，一共23对") == 1.0);
  CHECK(number_score(46, "22个和1个，一共46个") == 0.0);
  CHECK(number_score(44, "22对常染色体加1对性染色体，一共44条") == 0.0);
}
