#include "cli/schedule/day_option.h"

#include <charconv>
#include <optional>
#include <string_view>

#include <fmt/format.h>

#include "base/error.h"

namespace pith::cli {
namespace {

constexpr unsigned kMostDaysAhead = 36500;

/// Days in what a number is followed by.
std::optional<unsigned> unit_named(std::string_view name) {
  return name.empty() || name == "d" ? std::optional(1U)
         : name == "w"               ? std::optional(7U)
                                     : std::nullopt;
}

/// The number of days that `+7`, `+7d` and `+2w` name; more than kMostDaysAhead where it is too
/// large, nothing if it is none.
std::optional<unsigned> days_ahead(std::string_view text) {
  if (text == "tomorrow" || text == "明天") {
    return 1U;
  }
  if (!text.starts_with('+')) {
    return std::nullopt;
  }
  unsigned count = 0;
  const auto digits = text.substr(1);
  const auto* const past = digits.data() + digits.size();
  const auto [end, error] = std::from_chars(digits.data(), past, count);
  const auto unit = unit_named({end, static_cast<std::size_t>(past - end)});
  if (error == std::errc::invalid_argument || !unit) {
    return std::nullopt;
  }
  const bool fits = error == std::errc{} && count <= kMostDaysAhead / *unit;
  return fits ? count * *unit : kMostDaysAhead + 1;
}

}  // namespace

memory::StudyDay day_option(const std::string& name, const std::string& value,
                            memory::StudyDay today) {
  if (const auto day = memory::parse_iso_date(value)) {
    return *day;
  }
  const auto days = days_ahead(value);
  if (!days) {
    throw UsageError(
        fmt::format("{}: cannot read '{}': write a date such as 2026-12-01, +7 for in a week, or "
                    "tomorrow",
                    name, value));
  }
  if (*days > kMostDaysAhead) {
    throw UsageError(fmt::format("{}: {} is not from +0 to +{} days", name, value, kMostDaysAhead));
  }
  return today + std::chrono::days{*days};
}

}  // namespace pith::cli
