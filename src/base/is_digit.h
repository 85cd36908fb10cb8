// Digits as files and command lines have them.
#pragma once

namespace pith::base {

/// Whether the byte is one of 0 to 9, whatever the locale.
[[nodiscard]] constexpr bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

}  // namespace pith::base
