// Text without the blanks around it.
#pragma once

#include <string_view>

namespace pith::base {

/// The text without spaces, tabs and line breaks at its ends: a view into it.
[[nodiscard]] constexpr std::string_view trimmed(std::string_view text) {
  constexpr std::string_view kSpaces = " \t\r\n";
  const auto begin = text.find_first_not_of(kSpaces);
  return begin == std::string_view::npos
             ? std::string_view()
             : text.substr(begin, text.find_last_not_of(kSpaces) - begin + 1);
}

}  // namespace pith::base
