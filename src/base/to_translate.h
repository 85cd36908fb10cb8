// The mark by which tests find what has to be translated.
#pragma once

#include <string_view>

namespace pith::base {

/// Marks a message that is translated where it is shown, not where it stands.
[[nodiscard]] constexpr std::string_view to_translate(std::string_view message) {
  return message;
}

}  // namespace pith::base
