// Checks of the values that options are given, hung into the parser library with pith's own words.
// For command_line.cpp and option.cpp only: it brings the library's headers along.
#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <type_traits>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "base/is_digit.h"
#include "cli/option.h"
#include "cli/option_value.h"
#include "deck/reading/numbers.h"

namespace pith::cli {

/// Checks with the words of the complaint, which follow the option's name; before all checks that
/// there are, as those are of a more general kind.
template <typename Complaint>
Option checked(CLI::Option& option, Complaint complaint, const std::string& description = "") {
  return Option(*option.transform(CLI::Validator(
      [complaint](std::string& given) -> std::string { return complaint(given); }, description)));
}

/// The number as the library, which takes 010 for eight, reads it rightly. None if it is none.
template <typename Number>
std::optional<std::string> plain_number(const std::string& given) {
  if constexpr (std::is_integral_v<Number>) {
    const auto number = whole_number<Number>(given);
    return number ? std::optional(std::to_string(*number)) : std::nullopt;
  } else {
    return deck::parse_number(given) ? std::optional(given) : std::nullopt;
  }
}

/// Of what cannot be read: whether it is a whole number all the same, which does not fit.
template <typename Number>
bool is_too_large(const std::string& given) {
  return std::is_integral_v<Number> && !given.empty() && std::ranges::all_of(given, base::is_digit);
}

/// Refuses what cannot be read into such a variable, so that the library need not complain in its
/// own words. Texts can always be.
template <typename Value>
Option readable(CLI::Option& option, const Value& /*into*/) {
  if constexpr (std::is_arithmetic_v<Value>) {
    return checked(option, [](std::string& given) {
      const auto number = plain_number<Value>(given);
      if (!number) {
        return is_too_large<Value>(given) ? fmt::format("'{}' is too large a number", given)
                                          : fmt::format("'{}' is not a number", given);
      }
      given = *number;
      return std::string();
    });
  }
  return Option(option);
}

inline Option readable(CLI::Option& option, const bool& /*into*/) {
  return checked(option, [](const std::string& given) {
    bool truth = false;
    return CLI::detail::lexical_cast(given, truth)
               ? std::string()
               : fmt::format("'{}' is neither true nor false", given);
  });
}

template <typename Value>
Option readable(CLI::Option& option, const std::optional<Value>& /*into*/) {
  return readable(option, Value{});
}

}  // namespace pith::cli
