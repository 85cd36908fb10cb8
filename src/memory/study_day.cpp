#include "memory/study_day.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/is_digit.h"

namespace pith::memory {
namespace {

constexpr std::string_view kIsoShape = "dddd-dd-dd";

int parse_digits(std::string_view digits) {
  int value = 0;
  for (const char c : digits) {
    value = value * 10 + (c - '0');
  }
  return value;
}

}  // namespace

StudyDay study_day(Instant instant, std::chrono::seconds utc_offset,
                   std::chrono::seconds day_start) {
  const std::chrono::local_time<std::chrono::milliseconds> local{instant.time_since_epoch() +
                                                                 utc_offset - day_start};
  return std::chrono::floor<std::chrono::days>(local);
}

std::string iso_date(StudyDay day) {
  const std::chrono::year_month_day date(day);
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()),
                     static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
}

std::optional<StudyDay> parse_iso_date(std::string_view text) {
  const auto fits = [](char c, char shape) {
    return shape == 'd' ? base::is_digit(c) : c == shape;
  };
  if (!std::equal(text.begin(), text.end(), kIsoShape.begin(), kIsoShape.end(), fits)) {
    return std::nullopt;
  }
  const std::chrono::year_month_day date{
      std::chrono::year{parse_digits(text.substr(0, 4))},
      std::chrono::month{static_cast<unsigned>(parse_digits(text.substr(5, 2)))},
      std::chrono::day{static_cast<unsigned>(parse_digits(text.substr(8, 2)))}};
  if (!date.ok()) {
    return std::nullopt;
  }
  return StudyDay(date);
}

}  // namespace pith::memory
