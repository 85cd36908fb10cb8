// FNV-1a, 64 bits: fast, spreads well, no defence against intent.
#pragma once

#include <cstdint>
#include <string_view>

namespace pith::base {

/// The hash of nothing.
inline constexpr std::uint64_t kFnvBasis = 0xcbf29ce484222325U;

/// The hash of what came before, with one more value: a byte, or more at a time.
[[nodiscard]] constexpr std::uint64_t fnv_step(std::uint64_t before, std::uint64_t value) {
  return (before ^ value) * 0x100000001b3U;
}

/// The hash of bytes; with the hash of what comes before, that of both together.
[[nodiscard]] constexpr std::uint64_t fnv1a(std::string_view bytes,
                                            std::uint64_t before = kFnvBasis) {
  for (const char c : bytes) {
    before = fnv_step(before, static_cast<unsigned char>(c));
  }
  return before;
}

}  // namespace pith::base
