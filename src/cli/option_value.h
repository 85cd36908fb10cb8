// What is wrong with a value that an option was given, in the words that follow the option's name;
// empty if nothing is. Pure functions: they know no option and no parser.
#pragma once

#include <charconv>
#include <concepts>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pith::cli {

/// The whole number that a text is, in decimal digits (010 is ten), if a `Whole` can hold it.
template <std::integral Whole>
[[nodiscard]] std::optional<Whole> whole_number(std::string_view text) {
  Whole number{};
  const auto* const past = text.data() + text.size();
  const auto [end, error] = std::from_chars(text.data(), past, number);
  return error == std::errc{} && end == past ? std::optional(number) : std::nullopt;
}

/// Names the value that may have been meant.
[[nodiscard]] std::string not_among(const std::string& given,
                                    const std::vector<std::string>& values);
[[nodiscard]] std::string not_between(const std::string& given, int least, int most);
/// Of a share, a percentage is told how to write it.
[[nodiscard]] std::string not_between(const std::string& given, double least, double most);
[[nodiscard]] std::string not_positive(const std::string& given);
/// Of a whole number from 0 up.
[[nodiscard]] std::string not_whole(const std::string& given);

}  // namespace pith::cli
