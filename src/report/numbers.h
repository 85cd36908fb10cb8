// Counts, shares and times as people read them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "text/messages.h"

namespace pith::report {

/// `12,345`.
[[nodiscard]] std::string grouped(std::int64_t number);
/// `7 days`, of statistics::RetentionFigures::period.
[[nodiscard]] std::string period_name(std::string_view period, const text::Messages& tr = {});
/// `83%`, or `–` for nothing.
[[nodiscard]] std::string percent_or_dash(const std::optional<double>& share);
/// `18 min`, `120 h`.
[[nodiscard]] std::string time_words(double seconds, const text::Messages& tr = {});
/// `1,204 reviews`; in other languages as the catalogue counts them.
[[nodiscard]] std::string counted(std::int64_t number, std::string_view noun,
                                  const text::Messages& tr = {});

}  // namespace pith::report
