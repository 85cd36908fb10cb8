// Durations as people write them.
#pragma once

#include <chrono>
#include <optional>
#include <string_view>

namespace pith::deck {

/// `90s`, `3m`, `2h` or `1h30m`: more than nothing, a day at most. Empty for anything else.
[[nodiscard]] std::optional<std::chrono::seconds> parse_duration(std::string_view text);

}  // namespace pith::deck
