// What people write for short answers, numbers and gaps, and the wrong answers next to it.
#include <string>
#include <utility>
#include <vector>

#include <catch2/catch.hpp>

#include "grading/exact/exact.h"
#include "grading/grader.h"
#include "support/items.h"

using pith::deck::Item;
using pith::deck::Kind;
using pith::deck::Point;
using pith::grading::grade;
using pith::test::point;

namespace {

Item asked(Kind kind, std::string question, std::vector<Point> points,
           std::string language = "en") {
  auto item = pith::test::item(std::move(language), std::move(question), std::move(points));
  item.kind = kind;
  return item;
}

/// The score of an answer to the question for a number.
double number_score(double wanted, const std::string& answer, double tolerance = 0) {
  auto item = asked(Kind::number, "How many?", {point("n")});
  item.number = pith::deck::NumberAnswer{wanted, tolerance};
  return grade(item, answer).score;
}

}  // namespace

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
  auto item = asked(Kind::number, "How many?", {point("n")});
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

TEST_CASE("a yes or a no may be said in other words", "[grading]") {
  const auto [right, wrong] = GENERATE(table<std::string, std::string>(
      {{"yes", "no"}, {"Yes.", "No."}, {"是", "不是"}, {"是的", "否"}, {"能", "不能"}}));
  const auto yes = asked(Kind::short_answer, "Is water wet? 水是湿的吗？", {point(right)});
  const auto no = asked(Kind::short_answer, "Is water wet? 水是湿的吗？", {point(wrong)});
  const auto* affirmed =
      GENERATE("yes", "yeah", "Yep!", "yup", "是", "是的", "对", "对的", "Yes, it is", "是的，可以",
               "Sure, it is.", "I think yes", "yes, water is wet", "是的，水是湿的", "对，没错",
               "No, wait, yes", "yes, because it is", "y", "it is", "嗯", "湿的", "湿", "是湿的");
  CAPTURE(right, wrong, affirmed);
  CHECK(grade(yes, affirmed).score == 1.0);
  CHECK(grade(no, affirmed).score == 0.0);

  const auto* denied =
      GENERATE("no", "nope", "Nah", "否", "不是", "不", "不对", "不能", "No, it isn't",
               "no, it is not", "不，不是", "不是的", "没有", "no, water is not wet",
               "不是，水不湿", "yes... no wait, nope", "No. Why would it? It isn't.", "n",
               "it isn't", "It's not.", "不湿", "It isn’t", "they don’t", "It’s not.");
  CAPTURE(denied);
  CHECK(grade(no, denied).score == 1.0);
  CHECK(grade(yes, denied).score == 0.0);
}

TEST_CASE("a yes and a no together are neither", "[grading]") {
  const auto yes = asked(Kind::short_answer, "Is water wet? 水是湿的吗？", {point("yes")});
  const auto no = asked(Kind::short_answer, "Is water wet? 水是湿的吗？", {point("no")});
  const auto* answer = GENERATE("yes and no", "yes or no", "Yes, it isn't", "No, it is", "是不是",
                                "也许", "不知道", "yes but no", "是的，不是", "不，是的", "no idea",
                                "not sure", "不一定", "对不起", "well", "water", "不是不湿");
  CAPTURE(answer);
  CHECK(grade(yes, answer).score == 0.0);
  CHECK(grade(no, answer).score == 0.0);
}

TEST_CASE("where both yes and no will do, neither is wrong", "[grading]") {
  auto item = asked(Kind::short_answer, "Is it legal?", {point("no")});
  item.points[0].accept = {"yes"};
  CHECK(grade(item, "yes").score == 1.0);
  CHECK(grade(item, "no").score == 1.0);
}

TEST_CASE("a side and a thing are no yes", "[grading]") {
  const auto side = asked(Kind::short_answer, "Which side do they drive on?", {point("right")});
  CHECK(grade(side, "yes").score == 0.0);
  CHECK(grade(side, "right").score == 1.0);
  const auto name = asked(Kind::short_answer, "Which band?", {point("Yes")});
  CHECK(grade(name, "No Doubt").score == 0.0);
}

TEST_CASE("an answer that shares a word with the question may be restated", "[grading]") {
  const auto peak =
      asked(Kind::short_answer, "世界上最高的山峰是哪座？", {point("珠穆朗玛峰")}, "zh");
  CHECK(grade(peak, "世界上最高的山峰是珠穆朗玛峰").score == 1.0);
  CHECK(grade(peak, "珠穆朗玛峰是世界上最高的山峰").score == 1.0);
  CHECK(grade(peak, "世界上最高的山峰是乔戈里峰").score == 0.0);
  CHECK(grade(peak, "世界上最高的山峰").score == 0.0);
  CHECK(grade(peak, "世界上最高的山峰不是珠穆朗玛峰").score == 0.0);
  CHECK(grade(peak, "世界上最高的山峰是乔戈里峰或珠穆朗玛峰").score == 0.0);
  CHECK(grade(peak, "世界上最高的山峰是乔戈里峰还是珠穆朗玛峰").score == 0.0);

  const auto river =
      asked(Kind::short_answer, "What is the longest river in Africa?", {point("the Nile river")});
  CHECK(grade(river, "the longest river in Africa is the Nile river").score == 1.0);
  CHECK(grade(river, "The Nile River is the longest river in Africa.").score == 1.0);
  CHECK(grade(river, "the longest river in Africa is the Congo river").score == 0.0);
  CHECK(grade(river, "the longest river in Africa").score == 0.0);
  CHECK(grade(river, "the longest river").score == 0.0);
  CHECK(grade(river, "the longest river in Africa is not the Nile river").score == 0.0);

  const auto either = asked(Kind::short_answer, "Which protocol is reliable, TCP or UDP?",
                            {point("TCP protocols")});
  CHECK(grade(either, "UDP TCP protocols").score == 0.0);
  const auto echoed = asked(Kind::short_answer, "What is a red panda?", {point("a panda")});
  CHECK(grade(echoed, "a red panda").score == 0.0);
}

TEST_CASE("two names of the same may stand side by side", "[grading]") {
  auto idiom = asked(Kind::short_answer, "Which idiom frees what it owns?", {point("RAII")});
  idiom.points[0].accept = {"resource acquisition is initialization"};
  CHECK(grade(idiom, "RAII: resource acquisition is initialization").score == 1.0);
  CHECK(grade(idiom, "RAII — resource acquisition is initialization").score == 1.0);
  CHECK(grade(idiom, "resource acquisition is initialization (RAII)").score == 1.0);
  CHECK(grade(idiom, "RAII: reference counting").score == 0.0);
  CHECK(grade(idiom, "SFINAE: resource acquisition is initialization").score == 0.0);
  CHECK(grade(idiom, "not RAII: resource acquisition is initialization").score == 0.0);

  auto emperor = asked(Kind::short_answer, "谁统一了六国？", {point("秦始皇")}, "zh");
  emperor.points[0].accept = {"嬴政"};
  CHECK(grade(emperor, "秦始皇嬴政").score == 1.0);
  CHECK(grade(emperor, "嬴政，秦始皇").score == 1.0);
  CHECK(grade(emperor, "秦始皇刘邦").score == 0.0);
  CHECK(grade(emperor, "秦始皇不是嬴政").score == 0.0);
}

TEST_CASE("gaps are named in any width and case, with or without what parts them", "[grading]") {
  auto item = asked(Kind::cloze, "[…] 和 […]", {point("水"), point("red fire")}, "zh");
  item.points[0].id = "c1";
  item.points[1].id = "c2";
  item.cloze = {{"水", 0, ""}, {" 和 ", std::nullopt, ""}, {"red fire", 1, ""}};
  const auto [answer, first, second] =
      GENERATE(table<std::string, double, double>({{"c1: 水 c2: red fire", 1, 1},
                                                   {"c2: red fire c1: 水", 1, 1},
                                                   {"C1:水 C2:red fire", 1, 1},
                                                   {"Ｃ１：水；Ｃ２：red fire", 1, 1},
                                                   {"c1＝水，c2＝red fire", 1, 1},
                                                   {"ｃ２：red fire　ｃ１：水", 1, 1},
                                                   {"c1: red fire c2: 水", 0, 0},
                                                   {"c1: 水 c2: blue", 1, 0},
                                                   {"c1: 火 c2: red fire", 0, 1},
                                                   {"c1: c2: red fire", 0, 1},
                                                   {"c1: 水 红 c2: red fire", 0, 1},
                                                   {"c3: 水 c2: red fire", 0, 1}}));
  CAPTURE(answer);
  const auto result = grade(item, answer);
  CHECK(result.points[0].credit == first);
  CHECK(result.points[1].credit == second);
}

TEST_CASE("options are named by letters in brackets, or with their texts", "[grading]") {
  auto item = asked(Kind::choices, "Which are reliable?", {point("choices")});
  item.choices = {{"TCP", true}, {"UDP", false}, {"SCTP", true}};
  const auto [answer, credit] = GENERATE(table<std::string, double>({{"Ａ，Ｃ", 1.0},
                                                                     {"A and C", 1.0},
                                                                     {"A、C", 1.0},
                                                                     {"A 和 C", 1.0},
                                                                     {"(A)(C)", 1.0},
                                                                     {"[A] [C]", 1.0},
                                                                     {"（A）（C）", 1.0},
                                                                     {"【A】和【C】", 1.0},
                                                                     {"A/C", 1.0},
                                                                     {"A. TCP, C. SCTP", 1.0},
                                                                     {"A) TCP; C) SCTP", 1.0},
                                                                     {"A：TCP，C：SCTP", 1.0},
                                                                     {"A. UDP, C. SCTP", 0.0},
                                                                     {"(A)(B)", 0.0},
                                                                     {"A. TCP", 0.5},
                                                                     {"(B) TCP", 0.0},
                                                                     {"not all of them", 0.0}}));
  CAPTURE(answer);
  CHECK(grade(item, answer).points[0].credit == credit);
}

TEST_CASE("blanks part the texts of gaps as commas do", "[grading]") {
  auto item = asked(Kind::cloze, "DNA […] RNA […] 蛋白质；有的病毒会[…]",
                    {point("转录"), point("翻译"), point("逆转录")}, "zh");
  item.cloze = {{"转录", 0, ""}, {" ", std::nullopt, ""}, {"翻译", 1, ""}, {"逆转录", 2, ""}};
  for (std::size_t p = 0; p < 3; ++p) {
    item.points[p].id = "c" + std::to_string(p + 1);
  }
  const auto [answer, first, second, third] =
      GENERATE(table<std::string, double, double, double>({{"转录 翻译", 1, 1, 0},
                                                           {"转录　翻译", 1, 1, 0},
                                                           {"翻译 逆转录", 0, 1, 1},
                                                           {"转录 复制", 1, 0, 0},
                                                           {"转录 翻译 逆转录", 1, 1, 1},
                                                           {"转录 翻译，逆转录", 1, 1, 1},
                                                           {"c1转录 c2翻译", 1, 1, 0},
                                                           {"c2翻译，c1转录", 1, 1, 0},
                                                           {"C3逆转录", 0, 0, 1},
                                                           {"c1翻译 c2转录", 0, 0, 0},
                                                           {"c12转录", 0, 0, 0},
                                                           {"不是 转录", 0, 0, 0},
                                                           {"翻译 转录 逆转录", 0, 0, 1}}));
  CAPTURE(answer);
  const auto result = grade(item, answer);
  CHECK(result.points[0].credit == first);
  CHECK(result.points[1].credit == second);
  CHECK(result.points[2].credit == third);
}

TEST_CASE("where a gap has a blank, blanks do not part", "[grading]") {
  auto item = asked(Kind::cloze, "The […] in […] on […]",
                    {point("red fire"), point("Rome"), point("Monday")});
  item.cloze = {{"red fire", 0, ""}, {"Rome", 1, ""}, {"Monday", 2, ""}};
  CHECK(grade(item, "Rome fire").score == 0.0);
  CHECK(grade(item, "red fire").points[0].credit == 1.0);
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

  auto past = asked(Kind::number, "民法典以前是几年？", {point("2")}, "zh");
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

  auto year = asked(Kind::number, "从哪一年起？", {point("2017")}, "zh");
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

TEST_CASE("what an answer leaves out of the options is not chosen", "[grading]") {
  auto item = asked(Kind::choices, "Which are reliable?", {point("choices")});
  item.choices = {{"TCP", true}, {"SCTP", true}, {"QUIC", true}, {"UDP", false}};
  const auto [answer, credit] =
      GENERATE(table<std::string, double>({{"A、B、C，不包括D", 1.0},
                                           {"A、B、C，不含D", 1.0},
                                           {"A、B、C，不要D", 1.0},
                                           {"A, B, C, not D", 1.0},
                                           {"A B C except D", 1.0},
                                           {"TCP, SCTP and QUIC, excluding UDP", 1.0},
                                           {"TCP、SCTP、QUIC，除了UDP", 1.0},
                                           {"all but UDP", 1.0},
                                           {"TCP, SCTP, QUIC, without UDP", 1.0},
                                           {"TCP, SCTP and QUIC, but not UDP", 1.0},
                                           {"all but D", 1.0},
                                           {"Everything except UDP.", 1.0},
                                           {"all of them, except d", 1.0},
                                           {"除了D都是", 1.0},
                                           {"除了UDP，其他都是", 1.0},
                                           {"除D以外全选", 1.0},
                                           {"全选，除了D", 1.0},
                                           {"除D之外的都对", 1.0},
                                           {"all but A, B and D", 1.0 / 3},
                                           {"除了A、B都是", 0.0},
                                           {"all but HTTP", 0.0},
                                           {"除了D", 0.0},
                                           {"except D", 0.0},
                                           {"not all but D", 0.0},
                                           {"A、B、D，不包括C", 1.0 / 3}}));
  CAPTURE(answer);
  CHECK(grade(item, answer).points[0].credit == Approx(credit));

  auto form = asked(Kind::choices, "Which form?", {point("choices")});
  form.choices = {{"all but one", true}, {"one", false}, {"不含糖", false}};
  CHECK(grade(form, "all but one").score == 1.0);
  CHECK(grade(form, "不含糖").score == 0.0);
}

TEST_CASE("all others are chosen where an answer names what is not among them", "[grading]") {
  auto item = asked(Kind::choices, "Which of these are birds?", {point("choices")});
  item.choices = {{"sparrow", true}, {"penguin", true}, {"bat", false}, {"flying fish", false}};
  const auto answer = GENERATE(
      as<std::string>{}, "all but the bat and the flying fish", "all but the bat and flying fish",
      "all but a bat and a flying fish", "All except the bat, the flying fish.",
      "the bat and the flying fish aren't, the others are",
      "The bat and the flying fish are not, but the others are.",
      "the bat isn't, the flying fish isn't, the rest are",
      "The others are, but the bat and the flying fish aren't",
      "not the bat and the flying fish, the others are birds",
      "bat and flying fish are not birds. The other ones are.",
      "sparrow is, bat and flying fish aren't, all others are", "C and D aren't, the rest are",
      "everything else but not C and D", "everything else but not the bat and the flying fish");
  CAPTURE(answer);
  CHECK(grade(item, answer).points[0].credit == 1.0);
}

TEST_CASE("all others are chosen where a Chinese answer names what is not among them",
          "[grading]") {
  auto item = asked(Kind::choices, "下列哪些是鸟？", {point("choices")});
  item.choices = {{"麻雀", true}, {"企鹅", true}, {"蝙蝠", false}, {"飞鱼", false}};
  const auto answer = GENERATE(
      as<std::string>{}, "除了蝙蝠和飞鱼都是", "蝙蝠和飞鱼不是，其他都是",
      "蝙蝠不是，飞鱼不是，其他都是", "蝙蝠和飞鱼都不是鸟，其余都是", "蝙蝠、飞鱼不是，剩下的都是",
      "其他都是，只有蝙蝠和飞鱼不是", "不是蝙蝠和飞鱼，别的都是鸟", "C和D不是，其他都对",
      "蝙蝠和飞鱼不选，其余都选。", "麻雀是，蝙蝠不是，飞鱼也不是，其他都是",
      "我觉得蝙蝠和飞鱼不算，另外两个是", "其他的都是，蝙蝠和飞鱼除外", "C和D错，其他对");
  CAPTURE(answer);
  CHECK(grade(item, answer).points[0].credit == 1.0);
}

TEST_CASE("what only says which options are not chooses no others", "[grading]") {
  auto item = asked(Kind::choices, "Which of these are birds?", {point("choices")});
  item.choices = {{"sparrow", true}, {"penguin", true}, {"bat", false}, {"flying fish", false}};
  const auto answer = GENERATE(
      as<std::string>{}, "the bat and the flying fish aren't", "not the bat",
      "the bat isn't, the others aren't", "the bat isn't, the others are fish", "the others are",
      "the owl isn't, the others are", "蝙蝠和飞鱼不是", "其他不知道，蝙蝠不是");
  CAPTURE(answer);
  CHECK(grade(item, answer).points[0].credit == 0.0);
  CHECK(grade(item, "the bat isn't, the others are").points[0].credit == 0.5);

  item.question = "Which of these are not fish?";
  CHECK(grade(item, "the flying fish isn't, the others are").points[0].credit == 0.0);
}

TEST_CASE("an option may be named by how it alone begins, word by word", "[grading]") {
  auto item = asked(Kind::choices, "主刑有哪些？", {point("choices")}, "zh");
  item.choices = {{"死刑", true}, {"有期徒刑", true}, {"无期徒刑", true},  {"拘役", true},
                  {"管制", true}, {"罚金", false},    {"剥夺权利", false}, {"剥夺财产", false}};
  const auto [answer, credit] =
      GENERATE(table<std::string, double>({{"死刑 有期 无期 拘役 管制", 1.0},
                                           {"死刑，有期，无期，拘役，管制", 1.0},
                                           {"死刑 有期", 0.4},
                                           {"死刑 有期 无期 拘役 坐牢", 0.6},
                                           {"死刑 有期 剥夺", 0.2},
                                           {"死刑 坐牢", 0.0},
                                           {"徒刑", 0.0},
                                           {"期", 0.0},
                                           {"死刑 或 有期", 0.0},
                                           {"死刑 还是 有期", 0.0},
                                           {"死刑 或者 有期", 0.0},
                                           {"死刑 vs 有期", 0.0},
                                           {"罚金 死刑 有期", 0.2}}));
  CAPTURE(answer);
  CHECK(grade(item, answer).points[0].credit == Approx(credit));

  auto funds = asked(Kind::choices, "Which are funding channels?", {point("choices")});
  funds.choices = {{"angel investors", true}, {"bank loan", true}, {"not known", false}};
  CHECK(grade(funds, "angel, bank").score == 1.0);
  CHECK(grade(funds, "ang").score == 0.0);
  CHECK(grade(funds, "loan").score == 0.0);
  CHECK(grade(funds, "banker").score == 0.0);
}
