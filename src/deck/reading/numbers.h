// Numbers as decks and command lines write them.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace pith::deck {

/// Limits of a number; both belong to it unless `open`.
struct Range {
  double low = 0.0;
  double high = 0.0;
  bool open = false;
  std::string_view words;  ///< `"a number from 0 to 1"`.
  std::optional<double> whole =
      std::nullopt;  ///< What `5%` is a part of, if a remedy is to name the part.
};

[[nodiscard]] bool contains(const Range& range, double number);

/// What the value of a key was hardly meant to be otherwise, as a remedy: `write weight: 2` for
/// `2 kg`; `""` if there is no telling.
[[nodiscard]] std::string remedy_in(const Range& range, std::string_view key,
                                    std::string_view text);

/// The number that a text begins with, where a unit, a percent sign or a word follows.
[[nodiscard]] std::optional<double> number_before_unit(std::string_view text);

/// The finite decimal number that the whole text is; empty if it is none.
[[nodiscard]] std::optional<double> parse_number(std::string_view text);

/// Whether the whole text is a decimal number that no computer number comes near, such as 1e999.
[[nodiscard]] bool is_out_of_range(std::string_view text);

}  // namespace pith::deck
