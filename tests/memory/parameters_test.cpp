#include "memory/parameters.h"

#include <limits>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "base/error.h"

using namespace pith::memory;

namespace {

std::string complaint(const std::string& text) {
  try {
    static_cast<void>(parse_parameters(text));
  } catch (const pith::UsageError& error) {
    return error.what();
  }
  return "";
}

}  // namespace

TEST_CASE("no parameters mean the defaults", "[memory]") {
  CHECK(parameters_from({}) == kDefaultParameters);
  CHECK(parse_parameters("") == kDefaultParameters);
  CHECK(parse_parameters("  ") == kDefaultParameters);
}

TEST_CASE("the defaults are inside their bounds", "[memory]") {
  CHECK(clamped(kDefaultParameters) == kDefaultParameters);
}

TEST_CASE("parameters of FSRS-5 gain a flat same-day exponent and the old decay", "[memory]") {
  const std::vector<double> fsrs5(kDefaultParameters.begin(), kDefaultParameters.begin() + 19);

  const auto migrated = parameters_from(fsrs5);

  CHECK(std::equal(fsrs5.begin(), fsrs5.end(), migrated.begin()));
  CHECK(migrated[19] == 0.0);
  CHECK(migrated[20] == 0.5);
}

TEST_CASE("parameters of FSRS-4.5 have their difficulty rewritten", "[memory]") {
  std::vector<double> fsrs45(17, 0.5);
  fsrs45[4] = 5.0;
  fsrs45[5] = 1.2;
  fsrs45[6] = 0.9;

  const auto migrated = parameters_from(fsrs45);

  CHECK(migrated[4] == Approx(7.4));
  CHECK(migrated[5] == Approx(std::log(4.6) / 3));
  CHECK(migrated[6] == Approx(1.4));
  CHECK(migrated[17] == 0.0);
  CHECK(migrated[18] == 0.0);
  CHECK(migrated[19] == 0.0);
  CHECK(migrated[20] == 0.5);
}

TEST_CASE("parameters out of bounds are moved to the nearest bound", "[memory]") {
  std::vector<double> wild(21, -1.0);
  CHECK(parameters_from(wild) == kBounds.low);

  wild.assign(21, 1e9);
  CHECK(parameters_from(wild) == kBounds.high);
}

TEST_CASE("parameters are read from text", "[memory]") {
  const auto parameters = parse_parameters(
      "0.212, 1.2931,2.3065 ,8.2956,6.4133,0.8334,3.0194,0.001,1.8722,0.1666,0.796,1.4835,"
      "0.0614,0.2629,1.6483,0.6014,1.8729,0.5425,9.12e-2,0.0658,0.1542\n");

  CHECK(parameters == kDefaultParameters);
}

TEST_CASE("what is no parameter vector is refused with its place and the remedy", "[memory]") {
  CHECK(complaint("1,2,3") ==
        "FSRS parameters: 3 values; expected 21 (FSRS-6), 19 (FSRS-5) or 17 (FSRS-4.5)");
  CHECK(complaint("1,x,3") ==
        "FSRS parameters: “x” is not a number; expected 21 numbers separated by commas");
  CHECK(complaint("1,,3") ==
        "FSRS parameters: “” is not a number; expected 21 numbers separated by commas");
  CHECK(complaint("1,2,") ==
        "FSRS parameters: “” is not a number; expected 21 numbers separated by commas");
  CHECK(complaint("1,2, \n") == complaint("1,2,"));
  CHECK(complaint("1 2") ==
        "FSRS parameters: “1 2” is not a number; expected 21 numbers separated by commas");

  std::vector<double> values(21, 1.0);
  values[3] = std::numeric_limits<double>::quiet_NaN();
  CHECK_THROWS_WITH(parameters_from(values),
                    "FSRS parameters: w3 is nan; expected a finite number");
  values[3] = std::numeric_limits<double>::infinity();
  CHECK_THROWS_AS(parameters_from(values), pith::UsageError);
}
