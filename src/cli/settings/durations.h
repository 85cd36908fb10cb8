// Durations on the command line.
#pragma once

#include <chrono>
#include <optional>
#include <string>

namespace pith::cli {

/// The duration that an option was given, such as `30m`; empty if it was not given. Throws
/// UsageError that names the option.
[[nodiscard]] std::optional<std::chrono::seconds> duration_option(const std::string& name,
                                                                  const std::string& value);

}  // namespace pith::cli
