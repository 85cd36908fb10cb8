// Instants as date and clock time in UTC, for fmt's `{:%Y-%m-%d}`.
#pragma once

#include <chrono>
#include <ctime>

namespace pith::base {

/// By whole seconds: fmt's own way through the system's clock counts nanoseconds, and they end in
/// the year 2262.
[[nodiscard]] inline std::tm utc_calendar(
    std::chrono::sys_time<std::chrono::milliseconds> instant) {
  const std::time_t seconds =
      std::chrono::floor<std::chrono::seconds>(instant).time_since_epoch().count();
  std::tm calendar{};
  ::gmtime_r(&seconds, &calendar);
  return calendar;
}

}  // namespace pith::base
