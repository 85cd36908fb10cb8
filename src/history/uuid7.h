// Ids of events: UUID version 7 (RFC 9562), so that they sort by time and are unique on every
// machine without asking anybody.
#pragma once

#include <array>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "memory/study_day.h"

namespace pith::history {

struct Uuid {
  std::array<std::uint8_t, 16> bytes{};

  friend auto operator<=>(const Uuid&, const Uuid&) = default;
};

/// Fills the span with random bytes.
using Entropy = std::function<void(std::span<std::uint8_t>)>;

/// Bytes from the operating system, never from the seeded generator: two machines that were started
/// with one seed must not make one id. Throws pith::StorageError if there are none.
void system_entropy(std::span<std::uint8_t> bytes);

/// A new id that carries `time`.
[[nodiscard]] Uuid make_uuid7(memory::Instant time, const Entropy& entropy = system_entropy);

/// The id that follows `id` in order, of the same millisecond unless 2^74 ids share it.
[[nodiscard]] Uuid successor(const Uuid& id);

/// `0193a5c2-7e00-7abc-8def-0123456789ab`.
[[nodiscard]] std::string to_string(const Uuid& id);

/// The id written so, in either case; empty if `text` is anything else.
[[nodiscard]] std::optional<Uuid> parse_uuid(std::string_view text);

}  // namespace pith::history
