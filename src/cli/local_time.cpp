#include "cli/local_time.h"

#include <ctime>
#include <regex>

#include <fmt/chrono.h>
#include <fmt/format.h>

#include "base/error.h"
#include "base/utc_calendar.h"
#include "text/display.h"

namespace pith::cli {
namespace {

using std::chrono::milliseconds;

/// Of `Z`, `+08:00` or `+0800`. Throws UsageError.
std::chrono::minutes offset_from(const std::string& zone) {
  if (zone == "Z") {
    return {};
  }
  const auto hours = std::stoi(zone.substr(1, 2));
  const auto minutes = std::stoi(zone.substr(zone.size() - 2));
  if (hours > 23 || minutes > 59) {
    throw UsageError(fmt::format("there is no such offset from UTC as '{}'", zone));
  }
  const auto size = std::chrono::hours(hours) + std::chrono::minutes(minutes);
  return zone[0] == '-' ? -size : size;
}

}  // namespace

std::chrono::seconds system_offset(std::chrono::sys_time<milliseconds> instant) {
  const std::time_t time =
      std::chrono::floor<std::chrono::seconds>(instant).time_since_epoch().count();
  std::tm local{};
  ::localtime_r(&time, &local);
  return std::chrono::seconds(local.tm_gmtoff);
}

LocalTime local_at(std::chrono::sys_time<milliseconds> instant) {
  return {instant, std::chrono::duration_cast<std::chrono::minutes>(system_offset(instant))};
}

LocalTime system_now() {
  return local_at(std::chrono::time_point_cast<milliseconds>(std::chrono::system_clock::now()));
}

LocalTime parse_time(const std::string& text) {
  constexpr std::size_t kLongestTime = 40;  // a regex takes stack for every character
  static const std::regex form(
      R"((\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,3}))?)?)?\s*(Z|[+-]\d\d:?\d\d)?)");
  std::smatch match;
  const auto number = [&](std::size_t group) {
    return match[group].matched ? std::stoi(match[group].str()) : 0;
  };
  if (text.size() > kLongestTime || !std::regex_match(text, match, form)) {
    throw UsageError(
        fmt::format("cannot read the time '{}': write 2026-12-01 or 2026-12-01T09:00:00+08:00",
                    text::truncate(text::sanitise(text), kLongestTime)));
  }
  const std::chrono::year_month_day date{std::chrono::year(number(1)),
                                         std::chrono::month(static_cast<unsigned>(number(2))),
                                         std::chrono::day(static_cast<unsigned>(number(3)))};
  if (!date.ok() || number(4) > 23 || number(5) > 59 || number(6) > 60) {
    throw UsageError(fmt::format("there is no such time as '{}'", text));
  }
  const int hour = match[4].matched ? number(4) : 12;
  auto fraction = match[7].str();
  fraction.resize(3, '0');
  const milliseconds millis(match[7].matched ? std::stoi(fraction) : 0);
  const auto wall = std::chrono::sys_days(date) + std::chrono::hours(hour) +
                    std::chrono::minutes(number(5)) + std::chrono::seconds(number(6)) + millis;
  const auto zone = match[8].str();
  if (zone.empty()) {
    std::tm local{};
    local.tm_year = number(1) - 1900;
    local.tm_mon = number(2) - 1;
    local.tm_mday = number(3);
    local.tm_hour = hour;
    local.tm_min = number(5);
    local.tm_sec = number(6);
    local.tm_isdst = -1;
    const std::chrono::seconds instant(std::mktime(&local));
    return local_at(std::chrono::sys_time<milliseconds>(instant) + millis);
  }
  const auto offset = offset_from(zone);
  return {wall - offset, offset};
}

std::string iso_utc(std::chrono::sys_time<milliseconds> time) {
  return fmt::format("{:%Y-%m-%dT%H:%M:%S}Z", base::utc_calendar(time));
}

}  // namespace pith::cli
