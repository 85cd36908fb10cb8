#include "history/uuid7.h"

#include <algorithm>
#include <string>

#include <catch2/catch.hpp>

using pith::history::make_uuid7;
using pith::history::parse_uuid;
using pith::history::successor;
using pith::history::to_string;
using pith::history::Uuid;
using pith::memory::Instant;

namespace {

Instant at(std::int64_t ms) {
  return Instant{std::chrono::milliseconds{ms}};
}

void zeros(std::span<std::uint8_t> bytes) {
  std::fill(bytes.begin(), bytes.end(), std::uint8_t{0});
}

void ones(std::span<std::uint8_t> bytes) {
  std::fill(bytes.begin(), bytes.end(), std::uint8_t{0xFF});
}

}  // namespace

TEST_CASE("an id carries its time, its version and its variant", "[history]") {
  CHECK(to_string(make_uuid7(at(0x0193A5C27E01), zeros)) == "0193a5c2-7e01-7000-8000-000000000000");
  CHECK(to_string(make_uuid7(at(0x0193A5C27E01), ones)) == "0193a5c2-7e01-7fff-bfff-ffffffffffff");
}

TEST_CASE("ids sort by time and then by order of making", "[history]") {
  const auto first = make_uuid7(at(1000), ones);
  const auto later = make_uuid7(at(1001), zeros);
  const auto random = make_uuid7(at(1000));

  CHECK(first < later);
  CHECK(random < successor(random));
  CHECK(successor(random) < later);
  CHECK(to_string(successor(make_uuid7(at(1000), zeros))) ==
        "00000000-03e8-7000-8000-000000000001");
}

TEST_CASE("the successor of the last id of a millisecond opens the next one", "[history]") {
  CHECK(successor(make_uuid7(at(1000), ones)) == make_uuid7(at(1001), zeros));
}

TEST_CASE("ids made in one millisecond differ", "[history]") {
  CHECK(make_uuid7(at(1000)) != make_uuid7(at(1000)));
}

TEST_CASE("an id is read back from its text, in either case", "[history]") {
  const Uuid id = make_uuid7(at(1764579600000));

  CHECK(parse_uuid(to_string(id)) == id);
  CHECK(parse_uuid("0193A5C2-7E01-7FFF-BFFF-FFFFFFFFFFFF") ==
        parse_uuid("0193a5c2-7e01-7fff-bfff-ffffffffffff"));
}

TEST_CASE("what is not an id is refused", "[history]") {
  const std::string text =
      GENERATE("", "0193a5c2", "0193a5c2-7e01-7fff-bfff-fffffffffffg",
               "0193a5c27e01-7fff-bfff-ffffffffffff0", "0193a5c2-7e01-7fff-bfff-ffffffffffff ",
               "--------------------------------- --", "0193a5c2-7e01-7fff-bfff-ffffffffff-f",
               "0193a5c2_7e01_7fff_bfff_ffffffffffff");
  CAPTURE(text);

  CHECK(!parse_uuid(text));
}
