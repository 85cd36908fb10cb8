// Tables with a row for each enumerator, to be read by position.
#pragma once

#include <cstddef>

namespace pith::base {

/// Whether each row begins with the enumerator of its place: 0, 1, 2, …
[[nodiscard]] constexpr bool in_order(const auto& rows) {
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (static_cast<std::size_t>(rows[i].first) != i) {
      return false;
    }
  }
  return true;
}

}  // namespace pith::base
