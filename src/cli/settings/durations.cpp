#include "cli/settings/durations.h"

#include <fmt/format.h>

#include "base/error.h"
#include "deck/duration.h"

namespace pith::cli {

std::optional<std::chrono::seconds> duration_option(const std::string& name,
                                                    const std::string& value) {
  if (value.empty()) {
    return std::nullopt;
  }
  if (const auto duration = deck::parse_duration(value)) {
    return duration;
  }
  throw UsageError(fmt::format("{}: cannot read '{}': write 90s, 30m or 1h30m", name, value));
}

}  // namespace pith::cli
