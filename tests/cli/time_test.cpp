#include <chrono>
#include <string>

#include <catch2/catch.hpp>

#include "base/error.h"
#include "cli/context.h"
#include "cli/learner.h"
#include "cli/present.h"
#include "cli/settings/zone.h"
#include "memory/study_day.h"
#include "support/json.h"

using namespace std::chrono_literals;
using pith::cli::iso_utc;
using pith::cli::parse_present;
using pith::cli::parse_time;
using pith::cli::Zone;

TEST_CASE("a time given as ISO 8601 is understood with its zone", "[cli]") {
  const auto [written, utc, offset] =
      GENERATE(table<std::string, std::string, std::chrono::minutes>({
          {"2026-12-01T09:00:00Z", "2026-12-01T09:00:00Z", 0min},
          {"2026-12-01T09:00:00+08:00", "2026-12-01T01:00:00Z", 480min},
          {"2026-12-01T09:00-0330", "2026-12-01T12:30:00Z", -210min},
          {"2024-02-29 23:59:59.5Z", "2024-02-29T23:59:59Z", 0min},
          {"9999-12-31T23:59:59Z", "9999-12-31T23:59:59Z", 0min},
          {"1600-02-29T00:00:00Z", "1600-02-29T00:00:00Z", 0min},
      }));
  const auto time = parse_time(written);

  CHECK(iso_utc(time.utc) == utc);
  CHECK(time.offset == offset);
}

TEST_CASE("a date alone is its noon, which is on the study day of that date", "[cli]") {
  CHECK(iso_utc(parse_time("2026-12-05Z").utc) == "2026-12-05T12:00:00Z");
  CHECK(parse_time("2026-12-05").utc == parse_time("2026-12-05T12:00").utc);
}

TEST_CASE("a date alone is on the study day of that date, whenever days begin", "[cli]") {
  const auto* const name = GENERATE("Etc/UTC", "Europe/Berlin", "America/New_York");
  const auto* const offset = GENERATE("", "Z", "+08:00", " -0330");
  const auto* const date =
      GENERATE("2026-12-05", "2026-03-29", "2026-10-25", "2026-03-08", "2026-11-01", "2026-07-01");
  const int day_start = GENERATE(0, 4, 12, 13, 20, 23);
  const Zone zone(name);

  const auto time = parse_present(std::string(date) + offset, day_start);

  INFO(name << ' ' << date << offset << ' ' << day_start);
  const auto day = pith::memory::study_day(time.utc, time.offset, std::chrono::hours(day_start));
  CHECK(pith::memory::iso_date(day) == date);
}

TEST_CASE("a time that names an hour is that hour, whenever days begin", "[cli]") {
  CHECK(parse_present("2026-12-05T12:00", 20).utc == parse_time("2026-12-05T12:00").utc);
  CHECK(parse_present("2026-12-05 12:00Z", 20).utc == parse_time("2026-12-05T12:00Z").utc);
  CHECK(parse_present("2026-12-05", 4).utc == parse_time("2026-12-05T12:00").utc);
  CHECK(parse_present("2026-12-05", 12).utc == parse_time("2026-12-05T23:00").utc);
  CHECK_THROWS_AS(parse_present("2026", 12), pith::UsageError);
}

TEST_CASE("a local time has the offset that its zone has then", "[cli]") {
  const Zone zone("Europe/Berlin");
  CHECK(iso_utc(parse_time("2026-12-01T09:00").utc) == "2026-12-01T08:00:00Z");
  CHECK(parse_time("2026-12-01T09:00").offset == 60min);
  CHECK(iso_utc(parse_time("2026-07-01T09:00").utc) == "2026-07-01T07:00:00Z");
  CHECK(parse_time("2026-07-01T09:00").offset == 120min);
  CHECK(iso_utc(parse_time("2026-10-25T12:00").utc) == "2026-10-25T11:00:00Z");
  CHECK(iso_utc(parse_time("2026-03-29T01:59:59").utc) == "2026-03-29T00:59:59Z");
  CHECK(iso_utc(parse_time("2026-03-29T03:00").utc) == "2026-03-29T01:00:00Z");
}

TEST_CASE("a named zone is that of the process while it is used, and no longer", "[cli]") {
  const auto instant = parse_time("2026-12-01T09:00:00Z").utc;
  const auto before = pith::cli::system_offset(instant);
  {
    Zone zone("Asia/Kathmandu");
    CHECK(zone.offset_at(instant) == 345min);
    CHECK(pith::cli::system_offset(instant) == 345min);
  }
  CHECK(pith::cli::system_offset(instant) == before);
}

TEST_CASE("--now with a date alone is that study day by the configuration", "[cli]") {
  const int day_start = GENERATE(0, 4, 12, 20);
  pith::test::Learner pith("deck: moat\nitems: [{id: term, question: Term, answer: stability}]\n");
  pith.write("config/config.yaml", "day_start: " + std::to_string(day_start) + "\n");
  pith.now = "2026-12-05Z";
  pith.ask({"drill", "--encoder", "none"}, "stability\n");

  pith.ask({"log", "--json"}, "");

  const auto answer = pith::test::parsed(pith.out)["answers"][0];
  const auto given = parse_time(answer["time"].get<std::string>());
  CHECK(answer["study_day"] == "2026-12-05");
  CHECK(pith::memory::iso_date(pith::memory::study_day(
            given.utc, std::chrono::seconds(0), std::chrono::hours(day_start))) == "2026-12-05");
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
