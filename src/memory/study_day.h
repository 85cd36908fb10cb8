// Study days: calendar days of the learner that begin at an hour of the night (04:00 unless
// configured), so that a session past midnight belongs to the evening. Pure arithmetic; the zone's
// offset at the instant is given.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace pith::memory {

/// A date of the learner's own calendar, without a zone. Stored as days since 1970-01-01.
using StudyDay = std::chrono::local_days;

/// An instant, in milliseconds UTC.
using Instant = std::chrono::sys_time<std::chrono::milliseconds>;

/// The end of the year 9999: the last instant of which dates and sums can be computed. What comes
/// from outside, and is later or as far before 1970, is no time.
inline constexpr Instant kLatestInstant =
    std::chrono::sys_days{std::chrono::year{10000} / 1 / 1} - std::chrono::milliseconds{1};

inline constexpr std::chrono::hours kDefaultDayStart{4};

/// The study day of `instant` where clocks are `utc_offset` ahead of UTC; days begin at `day_start`
/// local time.
[[nodiscard]] StudyDay study_day(Instant instant, std::chrono::seconds utc_offset,
                                 std::chrono::seconds day_start = kDefaultDayStart);

/// Days since 1970-01-01, as the history stores it, and back.
[[nodiscard]] constexpr int day_number(StudyDay day) {
  return static_cast<int>(day.time_since_epoch().count());
}
[[nodiscard]] constexpr StudyDay day_numbered(int number) {
  return StudyDay{std::chrono::days{number}};
}

/// `2026-12-01`.
[[nodiscard]] std::string iso_date(StudyDay day);

/// The day an ISO date names; empty if `text` is not exactly a valid YYYY-MM-DD.
[[nodiscard]] std::optional<StudyDay> parse_iso_date(std::string_view text);

}  // namespace pith::memory
