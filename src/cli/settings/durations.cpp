#include "cli/settings/durations.h"

#include <string_view>

#include <fmt/format.h>

#include "base/error.h"
#include "deck/duration.h"

namespace pith::cli {
namespace {

/// Numbers with their units: a duration, though it may be none that counts.
bool has_form_of_duration(std::string_view text) {
  bool digits = false;
  for (const char c : text) {
    const bool digit = c >= '0' && c <= '9';
    if (!digit && !(digits && std::string_view("smh").find(c) != std::string_view::npos)) {
      return false;
    }
    digits = digit;
  }
  return !text.empty() && !digits;
}

}  // namespace

std::optional<std::chrono::seconds> duration_option(const std::string& name,
                                                    const std::string& value) {
  if (value.empty()) {
    return std::nullopt;
  }
  if (const auto duration = deck::parse_duration(value)) {
    return duration;
  }
  if (has_form_of_duration(value)) {
    throw UsageError(fmt::format("{}: {} is not from 1s to 24h", name, value));
  }
  throw UsageError(fmt::format("{}: cannot read '{}': write 90s, 30m or 1h30m", name, value));
}

}  // namespace pith::cli
