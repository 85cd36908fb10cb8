#include "cli/option_value.h"

#include <cstdint>

#include <catch2/catch.hpp>

#include "cli/command_line.h"

using namespace pith::cli;

TEST_CASE("a word that is none of the values is told what was meant", "[cli]") {
  CHECK(not_among("file", {"file", "random"}).empty());
  CHECK(not_among("fiel", {"file", "random"}) ==
        "'fiel' is none of file, random: did you mean 'file'?");
  CHECK(not_among("", {"file", "random"}) == "'' is none of file, random");
}

TEST_CASE("a number out of its range is refused with the range", "[cli]") {
  CHECK(not_between("0", 0, 23).empty());
  CHECK(not_between("08", 0, 23).empty());
  for (const auto* given : {"24", "-1", "1.5", "", " 1", "0x10", "99999999999"}) {
    CHECK(not_between(given, 0, 23) ==
          "'" + std::string(given) + "' is not a whole number from 0 to 23");
  }
  CHECK(not_between("1440", 1.0, 1440.0).empty());
  CHECK(not_between("0.5", 1.0, 1440.0) == "'0.5' is not a number from 1 to 1440");
  CHECK(not_between("nan", 1.0, 1440.0) == "'nan' is not a number from 1 to 1440");
}

TEST_CASE("a percentage in place of a share is told how to write it", "[cli]") {
  CHECK(not_between("0.6", 0.0, 1.0).empty());
  CHECK(not_between("60", 0.0, 1.0) == "'60' is more than 1: write 0.6 for 60 %");
  CHECK(not_between("101", 0.0, 1.0) == "'101' is not a number from 0 to 1");
}

TEST_CASE("nothing is above 0 that is no number", "[cli]") {
  CHECK(not_positive("0.1").empty());
  for (const auto* given : {"0", "-1", "inf", "nan", "many", ""}) {
    CHECK(not_positive(given) == "'" + std::string(given) + "' is not a number above 0");
  }
}

TEST_CASE("a whole number has digits alone", "[cli]") {
  CHECK(not_whole("18446744073709551615").empty());
  for (const auto* given : {"18446744073709551616", "-1", "+1", "1.0", "1e3", ""}) {
    CHECK(not_whole(given) == "'" + std::string(given) + "' is not a whole number from 0 up");
  }
}

TEST_CASE("a number with zeros before it is decimal", "[cli]") {
  ArgumentParser parser("program", "");
  auto command = parser.program().add_command("go", "");
  int hour = 0;
  std::size_t count = 0;
  std::optional<double> share;
  command.add_option("--hour", hour, "").between(0, 23);
  command.add_option("--count", count, "").positive();
  command.add_option("--share", share, "");

  REQUIRE(parser.parse({"go", "--hour", "08", "--count", "010", "--share", "00.5"}) ==
          Wish::command);

  CHECK(hour == 8);
  CHECK(count == 10);
  CHECK(share == 0.5);
}
