// A stream to its end, in bounded memory.
#pragma once

#include <algorithm>
#include <cstddef>
#include <istream>
#include <optional>
#include <string>

namespace pith::base {

/// All that is left in the stream; nothing if that is more than `most` bytes.
[[nodiscard]] inline std::optional<std::string> read_all(std::istream& in, std::size_t most) {
  constexpr std::size_t kAtOnce = std::size_t{64} * 1024;
  std::string bytes;
  do {
    const auto had = bytes.size();
    bytes.resize(std::min(had + kAtOnce, most + 1));
    in.read(bytes.data() + had, static_cast<std::streamsize>(bytes.size() - had));
    bytes.resize(had + static_cast<std::size_t>(in.gcount()));
  } while (in && bytes.size() <= most);
  return bytes.size() > most ? std::nullopt : std::optional(std::move(bytes));
}

}  // namespace pith::base
