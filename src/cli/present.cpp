#include "cli/present.h"

#include <string_view>

#include "base/is_digit.h"

namespace pith::cli {
namespace {

/// Of a text that is a time: whether no hour follows the date.
bool is_date_alone(std::string_view text) {
  constexpr std::string_view kDate = "2026-12-01";
  const auto rest = text.substr(kDate.size());
  return !(rest.starts_with('T') || (rest.size() > 1 && rest[0] == ' ' && base::is_digit(rest[1])));
}

}  // namespace

LocalTime parse_present(const std::string& text, int day_start) {
  constexpr int kNoon = 12;
  constexpr std::chrono::hours kFromNoonToLastHour{11};
  auto time = parse_time(text);
  if (day_start >= kNoon && is_date_alone(text)) {
    time.utc += kFromNoonToLastHour;
  }
  return time;
}

}  // namespace pith::cli
