#include "cli/option_value.h"

#include <algorithm>
#include <cstdint>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "deck/reading/numbers.h"
#include "text/similar.h"

namespace pith::cli {
namespace {

std::string not_a_share(const std::string& given) {
  const auto number = deck::parse_number(given);
  return number && *number > 1 && *number <= 100
             ? fmt::format("'{}' is more than 1: write {:g} for {:g} %", given, *number / 100,
                           *number)
             : fmt::format("'{}' is not a number from 0 to 1", given);
}

}  // namespace

std::string not_among(const std::string& given, const std::vector<std::string>& values) {
  if (std::ranges::find(values, given) != values.end()) {
    return "";
  }
  const auto complaint = fmt::format("'{}' is none of {}", given, fmt::join(values, ", "));
  const auto meant = text::nearest(given, values);
  return meant ? fmt::format("{}: did you mean '{}'?", complaint, *meant) : complaint;
}

std::string not_between(const std::string& given, int least, int most) {
  const auto number = whole_number<int>(given);
  return number && *number >= least && *number <= most
             ? ""
             : fmt::format("'{}' is not a whole number from {} to {}", given, least, most);
}

std::string not_between(const std::string& given, double least, double most) {
  const auto number = deck::parse_number(given);
  if (number && *number >= least && *number <= most) {
    return "";
  }
  return least == 0 && most == 1
             ? not_a_share(given)
             : fmt::format("'{}' is not a number from {:g} to {:g}", given, least, most);
}

std::string not_positive(const std::string& given) {
  return deck::parse_number(given).value_or(0) > 0
             ? ""
             : fmt::format("'{}' is not a number above 0", given);
}

std::string not_whole(const std::string& given) {
  return whole_number<std::uint64_t>(given)
             ? ""
             : fmt::format("'{}' is not a whole number from 0 up", given);
}

}  // namespace pith::cli
