#include "text/own_marks.h"

#include <limits>

#include <catch2/catch.hpp>

using namespace pith;

TEST_CASE("every mark of pith's own has a form in ASCII", "[text]") {
  CHECK(text::ascii_marks("a · b – “c” → d …") == "a - b - \"c\" -> d ...");
  CHECK(text::ascii_marks("自研算法") == "自研算法");
}

TEST_CASE("a bar is as wide as asked for, whatever its share", "[text]") {
  CHECK(text::bar(0.5, 4, true) == "██░░");
  CHECK(text::bar(0.5, 4, false) == "##--");
  CHECK(text::bar(-1, 2, false) == "--");
  CHECK(text::bar(7, 2, false) == "##");
  CHECK(text::bar(std::numeric_limits<double>::quiet_NaN(), 2, false) == "--");
}
