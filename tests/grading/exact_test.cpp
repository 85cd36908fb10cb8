// Kinds that are compared rather than understood: short answers, numbers, options, gaps.
#include "grading/exact/exact.h"

#include <string>
#include <utility>
#include <vector>

#include <catch2/catch.hpp>

#include "grading/grader.h"
#include "grading/reason.h"
#include "support/items.h"

using pith::deck::Item;
using pith::deck::Kind;
using pith::deck::Point;
using pith::grading::grade;
using pith::grading::Verdict;
using pith::test::point;

namespace {

Item asked(Kind kind, std::string question, std::vector<Point> points,
           std::string language = "en") {
  auto item = pith::test::item(std::move(language), std::move(question), std::move(points));
  item.kind = kind;
  return item;
}

}  // namespace

TEST_CASE("a short answer forgives case, spaces and one typo", "[grading]") {
  auto item = asked(Kind::short_answer, "What is the time after which recall falls to 90%?",
                    {point("stability")});
  const auto [answer, verdict] =
      GENERATE(table<std::string, Verdict>({{"stability", Verdict::hit},
                                            {" Stability ", Verdict::hit},
                                            {"the stability", Verdict::hit},
                                            {"stabilty", Verdict::hit},
                                            {"difficulty", Verdict::missed},
                                            {"", Verdict::missed}}));
  CAPTURE(answer);

  CHECK(grade(item, answer).points[0].verdict == verdict);
}

TEST_CASE("pictures, sounds and stars of a card's back need not be typed", "[grading]") {
  const auto [back, answer, verdict] = GENERATE(table<std::string, std::string, Verdict>(
      {{"**Eight**\n![](my.media/hand.png)", "eight", Verdict::hit},
       {"**Eight**\n![](my.media/hand.png)", "nine", Verdict::missed},
       {"**Eight**\n![a hand](my.media/hand.png)", "hand", Verdict::missed},
       {"cat[sound:neko.mp3]", "cat", Verdict::hit},
       {"![](a.png)[sound:b.mp3] the *cat*", "cat", Verdict::hit},
       {"![](my.media/hand.png)", "", Verdict::missed},
       {"![](my.media/hand.png)", "eight", Verdict::missed},
       {"a[0]", "a[0]", Verdict::hit},
       {"![not closed", "not closed", Verdict::hit}}));
  CAPTURE(back, answer);
  const auto kind = GENERATE(Kind::card, Kind::short_answer);

  CHECK(grade(asked(kind, "What is it?", {point(back)}), answer).points[0].verdict == verdict);
}

TEST_CASE("marks that matter are not folded away", "[grading]") {
  auto item = asked(Kind::short_answer, "Which language?", {point("C++")});

  CHECK(grade(item, "c++").score == 1.0);
  CHECK(grade(item, "C").score == 0.0);
  CHECK(grade(item, "C#").score == 0.0);
}

TEST_CASE("a number is right within its tolerance, however it is written", "[grading]") {
  auto item = asked(Kind::number, "How many?", {point("1.5")});
  item.number = pith::deck::NumberAnswer{1.5, 0.1};
  const auto [answer, score] = GENERATE(table<std::string, double>({{"1.5", 1.0},
                                                                    {"1,5", 1.0},
                                                                    {"about 1.55 days", 1.0},
                                                                    {"１．５", 1.0},
                                                                    {"1.7", 0.0},
                                                                    {"-1.5", 0.0},
                                                                    {"one", 0.0},
                                                                    {"", 0.0}}));
  CAPTURE(answer);

  CHECK(grade(item, answer).score == score);
}

TEST_CASE("a wrong number is told with the right one", "[grading]") {
  auto item = asked(Kind::number, "How many?", {point("128")});
  item.number = pith::deck::NumberAnswer{128, 0};
  const auto reason = grade(item, "127 bits").points[0].reason;
  CHECK(reason.code == pith::grading::reason::kOutOfRange);
  CHECK(text_of(reason) == "127 is wrong; expected: 128");
}

TEST_CASE("what stands around the digits of a number counts", "[grading]") {
  auto item = asked(Kind::number, "How many?", {point("n")});
  const auto [answer, value] = GENERATE(table<std::string, double>({{"20 000", 20000},
                                                                    {"20'000", 20000},
                                                                    {"1 234 567 km", 1234567},
                                                                    {"20k", 20000},
                                                                    {"300 K", 300},
                                                                    {"300K", 300},
                                                                    {"20 million", 2e7},
                                                                    {"2.5 billion years", 2.5e9},
                                                                    {"20 kilometres", 20},
                                                                    {"about 3 4 or so", 3},
                                                                    {"½", 0.5},
                                                                    {"1/2", 0.5},
                                                                    {"零点五", 0.5},
                                                                    {"三点", 3},
                                                                    {"二分之一", 0.5},
                                                                    {"三分之0", 0},
                                                                    {"1/0", 1},
                                                                    {"零下5", -5},
                                                                    {"零下五度", -5},
                                                                    {"–5", -5},
                                                                    {"minus 5", -5},
                                                                    {"1万2345", 12345},
                                                                    {"3万", 30000},
                                                                    {"80%", 80},
                                                                    {"80%", 0.8}}));
  CAPTURE(answer);
  item.number = pith::deck::NumberAnswer{value, 0};
  CHECK(grade(item, answer).score == 1.0);
  item.number = pith::deck::NumberAnswer{value + 7, 0};
  CHECK(grade(item, answer).score == 0.0);
}

TEST_CASE("a number of many digits or with a power of ten is read to its end", "[grading]") {
  auto item = asked(Kind::number, "How many?", {point("n")});
  const auto [answer, value] =
      GENERATE(table<std::string, double>({{"9007199254740992", 9007199254740992.0},
                                           {"四十二亿九千四百九十六万七千二百九十五", 4294967295.0},
                                           {"一亿二千万", 1.2e8},
                                           {"十四亿零三百万", 1.403e9},
                                           {"一万亿", 1e12},
                                           {"三万二千亿五千万", 3.20005e12},
                                           {"14亿1000万", 1.41e9},
                                           {"30 万千米", 3e5},
                                           {"14 亿", 1.4e9},
                                           {"3 千米", 3},
                                           {"百分之 25", 0.25},
                                           {"18446744073709551615", 18446744073709551615.0},
                                           {"18,446,744,073,709,551,615", 18446744073709551615.0},
                                           {"18 446 744 073 709 551 615", 18446744073709551615.0},
                                           {"1.8446744073709551615e19", 18446744073709551615.0},
                                           {"3.14159265358979323846", 3.141592653589793},
                                           {"6.02e23", 6.02e23},
                                           {"6.02e+23", 6.02e23},
                                           {"6.02E+23", 6.02e23},
                                           {"6.02×10^23", 6.02e23},
                                           {"6.02 * 10^23 of them", 6.02e23},
                                           {"about 6.02 x 10^+23", 6.02e23},
                                           {"6.02·10**23", 6.02e23},
                                           {"6.6×10^-34", 6.6e-34},
                                           {"10^9", 1e9},
                                           {"2^10", 1024},
                                           {"3 x 4", 3},
                                           {"3×10", 3},
                                           {"3^", 3},
                                           {"3e", 3},
                                           {"3e+", 3}}));
  CAPTURE(answer);
  item.number = pith::deck::NumberAnswer{value, 0};
  CHECK(grade(item, answer).score == 1.0);
  item.number = pith::deck::NumberAnswer{value * 1.001, 0};
  CHECK(grade(item, answer).score == 0.0);
}

TEST_CASE("a number without a tolerance is right only as it is", "[grading]") {
  auto item = asked(Kind::number, "How many?", {point("n")});
  const auto [value, tolerance, answer, score] =
      GENERATE(table<double, double, std::string, double>({{4294967295.0, 0, "4294967295", 1.0},
                                                           {4294967295.0, 0, "4294967296", 0.0},
                                                           {6.6e-34, 0, "6.6e-34", 1.0},
                                                           {6.6e-34, 0, "0", 0.0},
                                                           {0, 0, "0", 1.0},
                                                           {0, 0, "0.0", 1.0},
                                                           {0.3, 0, "0.3", 1.0},
                                                           {0.3, 0, "30%", 1.0},
                                                           {1.5, 0.1, "1.6", 1.0},
                                                           {1.5, 0.1, "1.4", 1.0},
                                                           {0.1, 1000.1, "1000.2", 1.0},
                                                           {1.1, 0.2, "0,9", 1.0}}));
  CAPTURE(value, answer);
  item.number = pith::deck::NumberAnswer{value, tolerance};
  CHECK(grade(item, answer).score == score);
}

TEST_CASE("twenty million is not twenty", "[grading]") {
  auto item = asked(Kind::number, "How many?", {point("20")});
  item.number = pith::deck::NumberAnswer{20, 0};
  const auto* answer = GENERATE("20 million", "20 000", "20k", "20 thousand", "20,000");
  CAPTURE(answer);
  CHECK(grade(item, answer).score == 0.0);
}

TEST_CASE("an option is what is written, with its commas and small words", "[grading]") {
  auto form = asked(Kind::choices, "Which form?", {point("choices")});
  form.choices = {{"to go", true}, {"go", false}, {"the go", false}};
  CHECK(grade(form, "go").score == 0.0);
  CHECK(grade(form, "the go").score == 0.0);
  CHECK(grade(form, "To Go").score == 1.0);
  CHECK(grade(form, "a").score == 1.0);
  CHECK(grade(form, "b").score == 0.0);

  auto colours = asked(Kind::choices, "Which colours?", {point("choices")});
  colours.choices = {{"red, dark", true}, {"blue", true}, {"a, b", false}, {"green", false}};
  CHECK(grade(colours, "red, dark, blue").score == 1.0);
  CHECK(grade(colours, "blue; red, dark").score == 1.0);
  CHECK(grade(colours, "B").score == 0.5);
}

TEST_CASE("options are named by their texts in a row as well", "[grading]") {
  auto protocols = asked(Kind::choices, "Which are transport protocols?", {point("choices")});
  protocols.choices = {{"TCP", true}, {"UDP", true}, {"HTTP", false}, {"UDP Lite", true}};
  const auto credit = [&](const char* answer) { return grade(protocols, answer).points[0].credit; };
  CHECK(credit("TCP UDP UDP Lite") == 1.0);
  CHECK(credit("tcp and udp and udp lite") == 1.0);
  CHECK(credit("TCP, UDP and UDP Lite") == 1.0);
  CHECK(credit("TCP & UDP + HTTP") == Approx(1.0 / 3));
  CHECK(credit("TCP SCTP") == 0.0);
  CHECK(credit("TCPUDP") == 0.0);

  auto models = asked(Kind::choices, "哪些是有监督的？", {point("choices")});
  models.choices = {{"线性回归", true}, {"决策树", true}, {"聚类", false}};
  CHECK(grade(models, "线性回归和决策树").points[0].credit == 1.0);
  CHECK(grade(models, "线性回归以及聚类").points[0].credit == 0.0);
  CHECK(grade(models, "A和B").points[0].credit == 1.0);
  CHECK(grade(models, "a & c").points[0].credit == 0.0);
}

TEST_CASE("wrong choices are set off against right ones", "[grading]") {
  auto item = asked(Kind::choices, "Which are funding channels?", {point("choices")});
  item.choices = {{"angel", true}, {"bank loan", true}, {"pruning", false}};
  const auto [answer, score] = GENERATE(table<std::string, double>({{"a, b", 1.0},
                                                                    {"AB", 1.0},
                                                                    {"angel, Bank Loan", 1.0},
                                                                    {"a", 0.5},
                                                                    {"a, c", 0.0},
                                                                    {"a, b, c", 0.5},
                                                                    {"z", 0.0},
                                                                    {"", 0.0}}));
  CAPTURE(answer);

  CHECK(grade(item, answer).score == Approx(score));
}

TEST_CASE("gaps are filled in order, by name, or in part", "[grading]") {
  auto item = asked(Kind::cloze, "[…] 和 […]", {point("水"), point("火")}, "zh");
  item.points[0].id = "c1";
  item.points[1].id = "c2";
  item.cloze = {{"水", 0, ""}, {" 和 ", std::nullopt, ""}, {"火", 1, ""}};
  const auto [answer, first, second] =
      GENERATE(table<std::string, double, double>({{"水，火", 1, 1},
                                                   {"火，水", 0, 0},
                                                   {"c2: 火", 0, 1},
                                                   {"火", 0, 1},
                                                   {"", 0, 0},
                                                   {"水 火", 1, 1},
                                                   {" 水　火\n", 1, 1},
                                                   {"火 水", 0, 0},
                                                   {"水 火 土", 0, 0},
                                                   {"水 火，火", 0, 1}}));
  CAPTURE(answer);

  const auto result = grade(item, answer);

  CHECK(result.points[0].credit == first);
  CHECK(result.points[1].credit == second);
}

TEST_CASE("a point of several gaps is right if all of them are", "[grading]") {
  auto item =
      asked(Kind::cloze, "The […], the […] and the […]", {point("sun, star"), point("moon")});
  item.points[0].id = "c1";
  item.points[1].id = "c2";
  item.cloze = {{"sun", 0, ""}, {"moon", 1, ""}, {"star", 0, ""}};
  const auto [answer, first, second] =
      GENERATE(table<std::string, double, double>({{"sun, moon, star", 1, 1},
                                                   {"sun moon star", 1, 1},
                                                   {"c1: sun; c1: star; c2: moon", 1, 1},
                                                   {"c1: sun, star", 1, 0},
                                                   {"c1:", 0, 0},
                                                   {"c1: ; c2: moon", 0, 1},
                                                   {"c2 =, c1:, sun", 0, 0},
                                                   {"sun, star", 1, 0},
                                                   {"star, moon, sun", 0, 1},
                                                   {"sun, moon", 0, 1},
                                                   {"sun", 0, 0},
                                                   {"", 0, 0}}));
  CAPTURE(answer);

  const auto result = grade(item, answer);

  CHECK(result.points[0].credit == first);
  CHECK(result.points[1].credit == second);
}

TEST_CASE("the text of a gap may begin like the name of one", "[grading]") {
  auto item = asked(Kind::cloze, "[…] lies on the […]", {point("c1:Paris"), point("Seine")});
  item.points[0].id = "c1";
  item.points[1].id = "c2";
  item.cloze = {{"c1:Paris", 0, ""}, {" lies on the ", std::nullopt, ""}, {"Seine", 1, ""}};
  CHECK(grade(item, "c1:Paris, Seine").score == 1);
  CHECK(grade(item, "c2: Seine; c1: c1:Paris").score == 1);
  CHECK(grade(item, "c1:Rome, Seine").points[0].verdict == Verdict::missed);
}

TEST_CASE("the text of a gap may have commas", "[grading]") {
  auto item = asked(Kind::cloze, "In […] lives […]", {point("Paris, France"), point("Jean")});
  item.points[0].id = "c1";
  item.points[1].id = "c2";
  item.cloze = {{"Paris, France", 0, ""}, {"Jean", 1, ""}};
  const auto [answer, first, second] =
      GENERATE(table<std::string, double, double>({{"Paris, France; Jean", 1, 1},
                                                   {"Paris, France, Jean", 1, 1},
                                                   {"c1: Paris, France; c2: Jean", 1, 1},
                                                   {"c2: Jean; c1: Paris, France", 1, 1},
                                                   {"Paris, France", 1, 0},
                                                   {"Jean", 0, 1},
                                                   {"Paris; Jean", 0, 1}}));
  CAPTURE(answer);

  const auto result = grade(item, answer);

  CHECK(result.points[0].credit == first);
  CHECK(result.points[1].credit == second);
}

TEST_CASE("a number may be said in words", "[grading]") {
  auto item = asked(Kind::number, "How many?", {point("n")});
  const auto [answer, value] =
      GENERATE(table<std::string, double>({{"eight", 8},
                                           {"Twenty-Eight of them", 28},
                                           {"one hundred and twenty-eight", 128},
                                           {"a hundred", 100},
                                           {"five hundred thousand", 500000},
                                           {"two thousand and five", 2005},
                                           {"minus seven", -7},
                                           {"two point five", 2.5},
                                           {"nineteen eighty-four", 1984},
                                           {"half", 0.5},
                                           {"one", 1},
                                           {"百分之八十", 80},
                                           {"a tent for someone, 4", 4}}));
  CAPTURE(answer);
  item.number = pith::deck::NumberAnswer{value, 0};
  CHECK(grade(item, answer).score == 1.0);
  item.number = pith::deck::NumberAnswer{value + 7, 0};
  CHECK(grade(item, answer).score == 0.0);
}

TEST_CASE("the number that counts is the one the learner stands by", "[grading]") {
  auto item = asked(Kind::number, "How many bits?", {point("128")});
  item.number = pith::deck::NumberAnswer{128, 0};
  const auto [answer, verdict] =
      GENERATE(table<std::string, Verdict>({{"not 64 but 128", Verdict::hit},
                                            {"不是64，是128", Verdict::hit},
                                            {"128, not 64", Verdict::hit},
                                            {"64, no, 128", Verdict::hit},
                                            {"64 – sorry, I mean 128", Verdict::hit},
                                            {"64，不对，128", Verdict::hit},
                                            {"IPv6 has 128", Verdict::hit},
                                            {"一共128位", Verdict::hit},
                                            {"one of them has 128", Verdict::hit},
                                            {"16 bytes = 128 bits", Verdict::hit},
                                            {"128位，也就是16字节", Verdict::hit},
                                            {"一分钟128次", Verdict::hit},
                                            {"64 = 8 times 8", Verdict::missed},
                                            {"64不等于128", Verdict::missed},
                                            {"a = 64, b = 128", Verdict::missed},
                                            {"not only 128", Verdict::hit},
                                            {"是不是128？", Verdict::hit},
                                            {"16 September, 128 then", Verdict::hit},
                                            {"64 or 128", Verdict::missed},
                                            {"128 or 64", Verdict::missed},
                                            {"128 vs 64", Verdict::missed},
                                            {"128 抑或 64", Verdict::missed},
                                            {"128 is wrong", Verdict::missed},
                                            {"not 64", Verdict::missed},
                                            {"not 128 but 64", Verdict::missed},
                                            {"128, no, 64", Verdict::missed},
                                            {"it is not the 128", Verdict::contradicted},
                                            {"isn't 128", Verdict::contradicted},
                                            {"不是 128", Verdict::contradicted}}));
  CAPTURE(answer);

  CHECK(grade(item, answer).points[0].verdict == verdict);
}

TEST_CASE("a short answer may stand in a sentence, and is turned round by a denial", "[grading]") {
  auto item = asked(Kind::short_answer, "Capital of France?", {point("Paris")});
  const auto [answer, verdict] =
      GENERATE(table<std::string, Verdict>({{"I think it's Paris", Verdict::hit},
                                            {"the answer is Paris, probably", Verdict::hit},
                                            {"大概是 Paris 吧", Verdict::hit},
                                            {"答案是Paris。", Verdict::hit},
                                            {"(Paris)", Verdict::hit},
                                            {"Paris (France)", Verdict::hit},
                                            {"Paris, because I was there", Verdict::hit},
                                            {"Paris, not London", Verdict::hit},
                                            {"not London but Paris", Verdict::hit},
                                            {"不是London而是Paris", Verdict::hit},
                                            {"不是London，是Paris", Verdict::hit},
                                            {"not London, it's Paris", Verdict::hit},
                                            {"不是Paris，是London", Verdict::contradicted},
                                            {"London... no wait, Paris", Verdict::hit},
                                            {"London，啊不对，是Paris", Verdict::hit},
                                            {"Paris, which is in France", Verdict::hit},
                                            {"it's called Paris", Verdict::hit},
                                            {"Paris, no, London", Verdict::missed},
                                            {"London (Paris)", Verdict::missed},
                                            {"London because of Paris", Verdict::missed},
                                            {"London, not Paris", Verdict::contradicted},
                                            {"not Paris", Verdict::contradicted},
                                            {"it isn't Paris", Verdict::contradicted},
                                            {"不是Paris", Verdict::contradicted}}));
  CAPTURE(answer);

  CHECK(grade(item, answer).points[0].verdict == verdict);
}

TEST_CASE("a short answer may repeat the question", "[grading]") {
  auto item = asked(Kind::short_answer, "What is the capital of France?", {point("Paris")});
  item.points[0].accept = {"Lutetia"};
  const auto [answer, verdict] =
      GENERATE(table<std::string, Verdict>({{"The capital of France is Paris.", Verdict::hit},
                                            {"Paris is the capital", Verdict::hit},
                                            {"Paris, also known as Lutetia", Verdict::hit},
                                            {"The capital of France is Rome", Verdict::missed},
                                            {"the capital of France", Verdict::missed},
                                            {"Paris or France", Verdict::missed},
                                            {"Paris, Rome", Verdict::missed},
                                            {"Paris is not the capital", Verdict::contradicted}}));
  CAPTURE(answer);
  CHECK(grade(item, answer).points[0].verdict == verdict);

  auto river = asked(Kind::short_answer, "Is it the Nile or the Amazon?", {point("Nile")});
  CHECK(grade(river, "it is the Nile").score == 1.0);
  CHECK(grade(river, "Nile, not Amazon").score == 1.0);
  CHECK(grade(river, "Nile Amazon").score == 0.0);

  auto capital = asked(Kind::short_answer, "法国首都是哪里？", {point("巴黎")}, "zh");
  CHECK(grade(capital, "法国的首都是巴黎").score == 1.0);
  CHECK(grade(capital, "巴黎市").score == 1.0);
  CHECK(grade(capital, "法国的首都是里昂").score == 0.0);
}

TEST_CASE("the gaps of a cloze may be filled by its whole sentence", "[grading]") {
  auto item = asked(Kind::cloze, "The capital of […] is […].", {point("France"), point("Paris")});
  item.points[0].id = "c1";
  item.points[1].id = "c2";
  item.cloze = {{"The capital of ", std::nullopt, ""},
                {"France", 0, ""},
                {" is ", std::nullopt, ""},
                {"Paris", 1, ""},
                {".", std::nullopt, ""}};
  const auto [answer, first, second] =
      GENERATE(table<std::string, double, double>({{"the capital of France is Paris", 1, 1},
                                                   {"The capital of Paris is France.", 0, 0},
                                                   {"The capital of Italy is Paris.", 0, 1},
                                                   {"The capital of France is", 1, 0},
                                                   {"France and Paris", 1, 1},
                                                   {"Paris and France", 0, 0}}));
  CAPTURE(answer);

  const auto result = grade(item, answer);

  CHECK(result.points[0].credit == first);
  CHECK(result.points[1].credit == second);
}

TEST_CASE("more blanks and other widths change nothing", "[grading]") {
  auto people = asked(Kind::number, "How many?", {point("n")});
  people.number = pith::deck::NumberAnswer{8e9, 0};
  CHECK(grade(people, "about  8  billion").score == 1.0);
  const std::string answer = "not  7 but   8  billion";
  const auto evidence = grade(people, answer).points[0].evidence.value();
  CHECK(answer.substr(evidence.begin, evidence.end - evidence.begin) == "8  billion");
  people.number = pith::deck::NumberAnswer{0.15, 0};
  CHECK(grade(people, "１５％").score == 1.0);
  people.number = pith::deck::NumberAnswer{15, 0};
  CHECK(grade(people, "１５％").score == 1.0);
}

TEST_CASE("what begins with another letter is another word", "[grading]") {
  auto value = asked(Kind::short_answer, "What binds to &&?", {point("rvalue")});
  CHECK(grade(value, "rvaleu").score == 1.0);
  CHECK(grade(value, "vralue").score == 1.0);
  CHECK(grade(value, "lvalue").score == 0.0);
}

TEST_CASE("a letter by itself is no small word and no slip", "[grading]") {
  auto scurvy = asked(Kind::short_answer, "What is lacking?", {point("vitamin C")});
  CHECK(grade(scurvy, "it's vitamin C").score == 1.0);
  CHECK(grade(scurvy, "vitamn C").score == 1.0);
  CHECK(grade(scurvy, "vitamin D").score == 0.0);
  CHECK(grade(scurvy, "vitamin C or D").score == 0.0);
}

TEST_CASE("no and not are no small words", "[grading]") {
  auto fees = asked(Kind::short_answer, "What does it cost?", {point("no fees")});
  CHECK(grade(fees, "no fees").score == 1.0);
  CHECK(grade(fees, "fees").score == 0.0);

  auto stable = asked(Kind::short_answer, "Is it stable?", {point("no")});
  CHECK(grade(stable, "no, it isn't").points[0].verdict != Verdict::contradicted);

  auto play = asked(Kind::short_answer, "What is the question?", {point("to be or not to be")});
  CHECK(grade(play, "To be, or not to be").score == 1.0);
  CHECK(grade(play, "to be or to be").score == 0.0);
}

TEST_CASE("options may be chosen in a sentence, and denied", "[grading]") {
  auto item = asked(Kind::choices, "Which are reliable?", {point("choices")});
  item.choices = {{"TCP", true}, {"SCTP", true}, {"UDP", false}, {"HTTP", false}};
  const auto [answer, credit] =
      GENERATE(table<std::string, double>({{"I choose A and B", 1.0},
                                           {"选A和B", 1.0},
                                           {"答案是AB。", 1.0},
                                           {"(a), (b)", 1.0},
                                           {"TCP and SCTP, because they count", 1.0},
                                           {"TCP（可靠），SCTP", 1.0},
                                           {"TCP, SCTP, not UDP", 1.0},
                                           {"不选UDP、HTTP，选A和B", 1.0},
                                           {"TCP rather than UDP", 0.5},
                                           {"UDP, no, TCP and SCTP", 1.0},
                                           {"TCP和SCTP，UDP不是", 1.0},
                                           {"A and B, it is", 1.0},
                                           {"A和B，是的", 1.0},
                                           {"a, b, d, s", 0.0},
                                           {"not UDP", 0.0},
                                           {"TCP, I like it", 0.0},
                                           {"UDP, not TCP", 0.0}}));
  CAPTURE(answer);

  CHECK(grade(item, answer).points[0].credit == credit);
}

TEST_CASE("whoever denies a right option, and chooses none, turns it round", "[grading]") {
  auto item = asked(Kind::choices, "Which is reliable?", {point("choices")});
  item.choices = {{"TCP", true}, {"UDP", false}, {"not known", false}};
  const auto verdict = [&](const char* answer) { return grade(item, answer).points[0].verdict; };
  CHECK(verdict("not TCP") == Verdict::contradicted);
  CHECK(verdict("不是 A") == Verdict::contradicted);
  CHECK(verdict("TCP is not reliable") == Verdict::contradicted);
  CHECK(verdict("UDP, not TCP") == Verdict::missed);
  CHECK(verdict("not UDP") == Verdict::missed);
  CHECK(verdict("not known") == Verdict::missed);

  auto either = item;
  either.question = "Is TCP or UDP reliable?";
  CHECK(grade(either, "TCP not UDP").score == 1.0);
  CHECK(grade(either, "UDP is not reliable").score == 0.0);
}
