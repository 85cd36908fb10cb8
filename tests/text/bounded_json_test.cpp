#include "text/bounded_json.h"

#include <string>

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

using pith::text::parse_bounded_json;

TEST_CASE("JSON of others is read as it stands", "[text]") {
  CHECK(parse_bounded_json(R"({"a": [1, {"b": null}]})").dump() == R"({"a":[1,{"b":null}]})");
  CHECK(parse_bounded_json("[1] 2").is_discarded());
  CHECK(parse_bounded_json("").is_discarded());
}

TEST_CASE("JSON that nests or counts without end is none", "[text]") {
  const auto nested = [](std::size_t depth) {
    return std::string(depth, '[') + std::string(depth, ']');
  };
  CHECK(parse_bounded_json(nested(20)).is_array());
  CHECK(parse_bounded_json(nested(100'000)).is_discarded());
  CHECK(parse_bounded_json(std::string(10'000'000, '[')).is_discarded());
  std::string zeros = "[0";
  for (int i = 0; i < 2'500'000; ++i) {
    zeros += ",0";
  }
  CHECK(parse_bounded_json(zeros + "]").is_discarded());
}
