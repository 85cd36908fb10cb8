#include "history/uuid7.h"

#include <algorithm>
#include <cerrno>

#include <sys/random.h>

#include "base/error.h"

namespace pith::history {

namespace {

constexpr std::size_t kTimeBytes = 6;
constexpr std::uint8_t kVersion = 0x70;
constexpr std::uint8_t kVariant = 0x80;

bool dash_at(std::size_t place) {
  return place == 8 || place == 13 || place == 18 || place == 23;
}

std::optional<std::uint8_t> hex_value(char c) {
  if (c >= '0' && c <= '9') {
    return static_cast<std::uint8_t>(c - '0');
  }
  const char lower = static_cast<char>(c | 0x20);
  if (lower >= 'a' && lower <= 'f') {
    return static_cast<std::uint8_t>(lower - 'a' + 10);
  }
  return std::nullopt;
}

void mark_version(Uuid& id) {
  id.bytes[6] = static_cast<std::uint8_t>((id.bytes[6] & 0x0F) | kVersion);
  id.bytes[8] = static_cast<std::uint8_t>((id.bytes[8] & 0x3F) | kVariant);
}

}  // namespace

void system_entropy(std::span<std::uint8_t> bytes) {
  std::size_t filled = 0;
  while (filled < bytes.size()) {
    const auto got = getrandom(bytes.data() + filled, bytes.size() - filled, 0);
    if (got < 0) {
      if (errno == EINTR) {
        continue;
      }
      throw StorageError("the operating system gives no random bytes, which ids are made of");
    }
    filled += static_cast<std::size_t>(got);
  }
}

Uuid make_uuid7(memory::Instant time, const Entropy& entropy) {
  Uuid id;
  const auto ms = static_cast<std::uint64_t>(time.time_since_epoch().count());
  for (std::size_t i = 0; i < kTimeBytes; ++i) {
    id.bytes[i] = static_cast<std::uint8_t>(ms >> (8 * (kTimeBytes - 1 - i)));
  }
  entropy(std::span(id.bytes).subspan(kTimeBytes));
  mark_version(id);
  return id;
}

Uuid successor(const Uuid& id) {
  Uuid next = id;
  for (std::size_t i = next.bytes.size(); i-- > 0;) {
    // The fixed bits stay at their lowest and highest: carry goes over them.
    const std::uint8_t mask = i == 6 ? 0x0F : i == 8 ? 0x3F : 0xFF;
    const auto raised = static_cast<std::uint8_t>((next.bytes[i] + 1) & mask);
    next.bytes[i] = static_cast<std::uint8_t>((next.bytes[i] & ~mask) | raised);
    if (raised != 0) {
      break;
    }
  }
  return next;
}

std::string to_string(const Uuid& id) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string text;
  text.reserve(36);
  for (const std::uint8_t byte : id.bytes) {
    if (dash_at(text.size())) {
      text += '-';
    }
    text += kDigits[byte >> 4];
    text += kDigits[byte & 0x0F];
  }
  return text;
}

std::optional<Uuid> parse_uuid(std::string_view text) {
  if (text.size() != 36) {
    return std::nullopt;
  }
  Uuid id;
  std::size_t digits = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (dash_at(i)) {
      if (text[i] != '-') {
        return std::nullopt;
      }
      continue;
    }
    const auto value = hex_value(text[i]);
    if (!value) {
      return std::nullopt;
    }
    auto& byte = id.bytes[digits / 2];
    byte = static_cast<std::uint8_t>((byte << 4) | *value);
    ++digits;
  }
  return id;
}

}  // namespace pith::history
