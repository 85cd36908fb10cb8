// The key that a line of a deck or a practice begins with, as it was typed: what the parser makes
// of it may be something else.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace pith::deck {

/// Offsets are those of bytes in the line.
struct LineKey {
  std::string_view name;
  std::size_t begin = 0;            ///< Of the name.
  std::size_t colon = 0;            ///< Behind the name.
  std::optional<std::size_t> dash;  ///< Of the list's mark before the name.
  bool dash_spaced = true;          ///< Whether a space parts it from the name, as YAML wants it.
  bool colon_spaced = true;         ///< The same of the colon and the value.
  std::string_view value;           ///< What stands behind the colon.
};

/// Empty if the line begins with no such key and a colon.
[[nodiscard]] std::optional<LineKey> key_of_line(std::string_view line);

}  // namespace pith::deck
