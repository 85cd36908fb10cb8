// Keys of the configuration that were not typed as YAML or pith knows them.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace pith::cli {

/// A colon that makes text of the key before it.
struct WrongColon {
  std::size_t at = 0;  ///< Byte of the line.
  std::string message;
  std::string hint;
};

/// Of a line that begins with one of the keys: full-width, or without a space behind it.
[[nodiscard]] std::optional<WrongColon> wrong_colon(std::string_view line,
                                                    std::span<const std::string> keys);

/// The key that was meant: nearly spelt so, or the only one that begins so.
[[nodiscard]] std::optional<std::string> key_meant(std::string_view word,
                                                   std::span<const std::string> keys);

}  // namespace pith::cli
