// What must never reach a terminal from a text that somebody else wrote.
#pragma once

#include <string_view>
#include <vector>

#include "text/utf8.h"

namespace pith::test {

/// Code points of `text` that a terminal may act upon, or that turn or hide what stands around
/// them. Requires valid UTF-8.
inline std::vector<char32_t> controls_in(std::string_view text) {
  std::vector<char32_t> found;
  for (const auto c : text::to_utf32(text)) {
    const bool control = (c < 0x20 && c != U'\n' && c != U'\t') || (c >= 0x7F && c < 0xA0);
    const bool turns = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) ||
                       c == 0x061C || c == 0x200B || c == 0x200E || c == 0x200F;
    if (control || turns) {
      found.push_back(c);
    }
  }
  return found;
}

}  // namespace pith::test
