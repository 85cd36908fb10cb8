// Numbers as programs write them, in other bases than ten.
#include <string>
#include <tuple>

#include <catch2/catch.hpp>

#include "support/numbers.h"

using pith::test::score_asked;

TEST_CASE("a number may be written in base 16, 2 or 8", "[grading]") {
  const auto* const answer = GENERATE("0x10", "0X10", "0b10000", "0o20", "it is 0x10", "0x10 bytes",
                                      "0x10, that is 16", "不是8而是0x10");
  CAPTURE(answer);
  CHECK(score_asked("How many bytes does an IPv6 address have?", 16, answer) == 1.0);
  CHECK(score_asked("How many bytes does an IPv6 address have?", 0, answer) == 0.0);
  CHECK(score_asked("How many bytes does an IPv6 address have?", 10, answer) == 0.0);
}

TEST_CASE("a number in another base is read in its own digits", "[grading]") {
  using Row = std::tuple<double, std::string>;
  const auto [wanted, answer] = GENERATE(values<Row>({{255, "0xFF"},
                                                      {-1, "-0x1"},
                                                      {0, "0x0"},
                                                      {0, "0"},
                                                      {4294967295, "0xffffffff"},
                                                      {0, "0b2"},
                                                      {0, "0xyz"},
                                                      {6e23, "0.6x10^24"}}));
  CAPTURE(answer);
  CHECK(score_asked("How many?", wanted, answer) == 1.0);
}

TEST_CASE("who writes a number as the question does converts nothing", "[grading]") {
  CHECK(score_asked("What is 0x10 in decimal?", 16, "0x10") == 0.0);
  CHECK(score_asked("What is 0x10 in decimal?", 16, "0X10") == 0.0);
  CHECK(score_asked("What is 0x10 in decimal?", 16, "0x10 is 16") == 1.0);
  CHECK(score_asked("What is 0x10 in decimal?", 16, "16") == 1.0);
  CHECK(score_asked("What is 16 in hexadecimal?", 16, "0x10") == 1.0);
}
