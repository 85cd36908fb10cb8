#include <chrono>
#include <string>

#include <catch2/catch.hpp>

#include "base/error.h"
#include "cli/context.h"

using namespace std::chrono_literals;
using pith::cli::iso_utc;
using pith::cli::parse_time;

TEST_CASE("a time given as ISO 8601 is understood with its zone", "[cli]") {
  const auto [written, utc, offset] =
      GENERATE(table<std::string, std::string, std::chrono::minutes>({
          {"2026-12-01T09:00:00Z", "2026-12-01T09:00:00Z", 0min},
          {"2026-12-01T09:00:00+08:00", "2026-12-01T01:00:00Z", 480min},
          {"2026-12-01T09:00-0330", "2026-12-01T12:30:00Z", -210min},
          {"2024-02-29 23:59:59.5Z", "2024-02-29T23:59:59Z", 0min},
      }));
  const auto time = parse_time(written);

  CHECK(iso_utc(time.utc) == utc);
  CHECK(time.offset == offset);
}

TEST_CASE("a date alone is its noon, which is on the study day of that date", "[cli]") {
  CHECK(iso_utc(parse_time("2026-12-05Z").utc) == "2026-12-05T12:00:00Z");
  CHECK(parse_time("2026-12-05").utc == parse_time("2026-12-05T12:00").utc);
}

TEST_CASE("a time that cannot be read is refused with the forms that can", "[cli]") {
  const auto* const written =
      GENERATE("", "tomorrow", "2026-13-01", "2026-02-30", "2026-12-01T24:00:00Z", "12/01/2026",
               "2026-12-01T09:00:00+8", "2026-12-01T09:00:00+24:00", "2026-12-01T09:00-0060");
  CHECK_THROWS_AS(parse_time(written), pith::UsageError);
}

TEST_CASE("a time of any length is read or refused", "[cli]") {
  CHECK_THROWS_AS(parse_time("2026-12-01" + std::string(200'000, ' ')), pith::UsageError);
  CHECK_THROWS_AS(parse_time("2026\xff"), pith::UsageError);
}
