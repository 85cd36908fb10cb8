// Instants as people write them and as outputs have them.
#pragma once

#include <chrono>
#include <string>

namespace pith::cli {

/// An instant with the offset of the clock on the wall.
struct LocalTime {
  std::chrono::sys_time<std::chrono::milliseconds> utc;
  std::chrono::minutes offset{0};  ///< Local time minus UTC.
};

/// Local time minus UTC at an instant, by the system's zone ($TZ).
[[nodiscard]] std::chrono::seconds system_offset(
    std::chrono::sys_time<std::chrono::milliseconds> instant);

/// An instant by the system's zone.
[[nodiscard]] LocalTime local_at(std::chrono::sys_time<std::chrono::milliseconds> instant);

/// By the system's clock and zone.
[[nodiscard]] LocalTime system_now();

/// Parses ISO 8601 (`2026-12-01`, `2026-12-01T09:00:00Z`, `…+08:00`, or without zone = local time).
/// Throws UsageError.
[[nodiscard]] LocalTime parse_time(const std::string& text);

/// `2026-12-01T09:00:00Z`, as every output has it.
[[nodiscard]] std::string iso_utc(std::chrono::sys_time<std::chrono::milliseconds> time);

}  // namespace pith::cli
