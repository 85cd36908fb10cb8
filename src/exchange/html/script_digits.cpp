#include "exchange/html/script_digits.h"

#include <array>
#include <cstddef>

#include <fmt/format.h>

namespace pith::exchange {

std::string script_digits(std::string_view digits, std::string_view mark) {
  const bool plain = digits.find_first_not_of("0123456789") == std::string_view::npos;
  if (digits.empty()) {
    return {};
  }
  if (!plain) {
    return fmt::format("{}{{{}}}", mark, digits);
  }
  static constexpr std::array<std::string_view, 10> kRaised = {"⁰", "¹", "²", "³", "⁴",
                                                               "⁵", "⁶", "⁷", "⁸", "⁹"};
  std::string out;
  for (const char digit : digits) {
    const auto value = static_cast<std::size_t>(digit - '0');
    if (mark == "^") {
      out += kRaised.at(value);
    } else {
      out += "\xE2\x82";  // U+2080 + digit
      out += static_cast<char>(0x80 + value);
    }
  }
  return out;
}

}  // namespace pith::exchange
