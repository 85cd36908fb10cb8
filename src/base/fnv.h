// FNV-1a, 64 bits, and what is made of it: fast, spreads well, tells damage, no defence against
// intent.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
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

/// The same over eight bytes at a time; bytes beyond the last multiple of eight do not count.
[[nodiscard]] inline std::uint64_t fnv1a_of_words(std::string_view bytes) {
  std::uint64_t hash = kFnvBasis;
  for (std::size_t at = 0; at + 8 <= bytes.size(); at += 8) {
    std::uint64_t word = 0;
    std::memcpy(&word, bytes.data() + at, 8);
    hash = fnv_step(hash, word);
  }
  return hash;
}

/// Notices bytes that were cut or damaged: a change within eight neighbouring bytes always, any
/// other as good as always.
[[nodiscard]] inline std::uint64_t checksum(std::string_view bytes) {
  std::uint64_t hash = kFnvBasis ^ bytes.size();
  std::uint64_t word = 0;
  const auto take = [&](std::size_t size) {
    std::memcpy(&word, bytes.data(), size);
    hash = fnv_step(hash, word);
    hash ^= hash >> 32U;
    bytes.remove_prefix(size);
  };
  while (bytes.size() >= sizeof word) {
    take(sizeof word);  // a size that the compiler knows: several times as fast
  }
  if (!bytes.empty()) {
    word = 0;
    take(bytes.size());
  }
  return hash;
}

}  // namespace pith::base
