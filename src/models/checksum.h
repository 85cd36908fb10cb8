// FNV-1a over eight bytes at a time: fast, and enough to tell damage; no defence against intent.
#pragma once

#include <cstdint>
#include <cstring>
#include <string_view>

#include "base/fnv.h"

namespace pith::models {

/// Bytes beyond the last multiple of eight do not count.
[[nodiscard]] inline std::uint64_t checksum(std::string_view bytes,
                                            std::uint64_t hash = base::kFnvBasis) {
  for (std::size_t at = 0; at + 8 <= bytes.size(); at += 8) {
    std::uint64_t word = 0;
    std::memcpy(&word, bytes.data() + at, 8);
    hash = base::fnv_step(hash, word);
  }
  return hash;
}

}  // namespace pith::models
