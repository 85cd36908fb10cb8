// Numbers as they are written: digits, powers, tolerances, words.
#include <string>

#include <catch2/catch.hpp>

#include "grading/grader.h"
#include "grading/reason.h"
#include "support/items.h"

using pith::deck::Kind;
using pith::grading::grade;
using pith::grading::Verdict;
using pith::test::item_of;
using pith::test::point;

TEST_CASE("a number is right within its tolerance, however it is written", "[grading]") {
  auto item = item_of(Kind::number, "How many?", {point("1.5")});
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
  auto item = item_of(Kind::number, "How many?", {point("128")});
  item.number = pith::deck::NumberAnswer{128, 0};
  const auto reason = grade(item, "127 bits").points[0].reason;
  CHECK(reason.code == pith::grading::reason::kOutOfRange);
  CHECK(text_of(reason) == "127 is wrong; expected: 128");
}

TEST_CASE("what stands around the digits of a number counts", "[grading]") {
  auto item = item_of(Kind::number, "How many?", {point("n")});
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
  auto item = item_of(Kind::number, "How many?", {point("n")});
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
  auto item = item_of(Kind::number, "How many?", {point("n")});
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
  auto item = item_of(Kind::number, "How many?", {point("20")});
  item.number = pith::deck::NumberAnswer{20, 0};
  const auto* answer = GENERATE("20 million", "20 000", "20k", "20 thousand", "20,000");
  CAPTURE(answer);
  CHECK(grade(item, answer).score == 0.0);
}

TEST_CASE("a number may be said in words", "[grading]") {
  auto item = item_of(Kind::number, "How many?", {point("n")});
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
  auto item = item_of(Kind::number, "How many bits?", {point("128")});
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

TEST_CASE("more blanks and other widths change nothing", "[grading]") {
  auto people = item_of(Kind::number, "How many?", {point("n")});
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
