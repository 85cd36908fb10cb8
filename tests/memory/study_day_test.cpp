#include "memory/study_day.h"

#include <catch2/catch.hpp>

#include "support/arbitrary.h"

using namespace pith::memory;
using namespace std::chrono_literals;

namespace {

/// Milliseconds of 2026-12-01T00:00:00Z.
constexpr Instant kMidnight{1796083200s};

std::string date_at(Instant instant, std::chrono::seconds offset) {
  return iso_date(study_day(instant, offset));
}

}  // namespace

TEST_CASE("a study day lasts from 04:00 to 04:00 local time", "[memory]") {
  CHECK(date_at(kMidnight + 3h + 59min + 59s + 999ms, 0s) == "2026-11-30");
  CHECK(date_at(kMidnight + 4h, 0s) == "2026-12-01");
  CHECK(date_at(kMidnight + 27h, 0s) == "2026-12-01");
  CHECK(date_at(kMidnight + 28h, 0s) == "2026-12-02");
}

TEST_CASE("the zone's offset at the instant decides", "[memory]") {
  CHECK(date_at(kMidnight + 20h, 8h) == "2026-12-02");
  CHECK(date_at(kMidnight + 19h + 59min, 8h) == "2026-12-01");
  CHECK(date_at(kMidnight + 4h, -5h) == "2026-11-30");
  CHECK(date_at(kMidnight + 4h, 5h + 30min) == "2026-12-01");
}

TEST_CASE("the day may start at another hour", "[memory]") {
  CHECK(iso_date(study_day(kMidnight, 0s, 0h)) == "2026-12-01");
  CHECK(iso_date(study_day(kMidnight - 1ms, 0s, 0h)) == "2026-11-30");
}

TEST_CASE("instants before 1970 have study days too", "[memory]") {
  CHECK(date_at(Instant{0s}, 0s) == "1969-12-31");
  CHECK(date_at(Instant{-1ms}, 4h) == "1969-12-31");
  CHECK(day_number(study_day(Instant{-1ms}, 4h)) == -1);
}

TEST_CASE("a day is the same number and date there and back", "[memory]") {
  CHECK(rc::check([] {
    const auto day = day_numbered(*rc::gen::inRange(-700000, 2900000));

    RC_ASSERT(day_numbered(day_number(day)) == day);
    RC_ASSERT(parse_iso_date(iso_date(day)).value() == day);
  }));
}

TEST_CASE("only real dates in full are read", "[memory]") {
  CHECK(parse_iso_date("2024-02-29") == day_numbered(19782));
  for (const auto* text : {"", "2026-12", "2026-12-1", "2026-13-01", "2026-00-10", "2026-02-29",
                           "2026-12-32", "2026/12/01", "2026-12-01Z", " 2026-12-01", "20261201",
                           "-026-12-01", "２026-12-01", "2026-12-0x"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_iso_date(text));
  }
}
