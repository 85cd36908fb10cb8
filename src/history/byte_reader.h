// Numbers as SQLite's files have them. Internal to this folder.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace pith::history {

/// Bytes that are read from the front; past the end they are 0, and `good` is false.
class ByteReader {
 public:
  explicit ByteReader(std::string_view bytes) : bytes_(bytes) {}

  [[nodiscard]] bool good() const { return good_; }
  [[nodiscard]] std::size_t left() const { return bytes_.size(); }

  std::string_view take(std::size_t size) {
    good_ = good_ && size <= bytes_.size();
    const auto taken = bytes_.substr(0, good_ ? size : 0);
    bytes_.remove_prefix(taken.size());
    return taken;
  }
  /// Of up to 8 bytes, big-endian, with its sign where it fills `size` bytes.
  std::int64_t integer(std::size_t size) {
    const auto taken = take(size);
    std::uint64_t value = !taken.empty() && (taken[0] & 0x80) != 0 ? ~std::uint64_t{0} : 0;
    for (const char byte : taken) {
      value = value << 8U | static_cast<unsigned char>(byte);
    }
    return static_cast<std::int64_t>(value);
  }
  /// Of up to 4 bytes, without a sign.
  std::size_t count(std::size_t size) {
    return static_cast<std::size_t>(integer(size)) & ((std::size_t{1} << (8 * size)) - 1);
  }
  /// Seven bits a byte, all eight of a ninth.
  std::uint64_t varint() {
    constexpr int kLongest = 9;
    std::uint64_t value = 0;
    for (int i = 1; i <= kLongest; ++i) {
      const auto byte = static_cast<unsigned char>(count(1));
      if (i == kLongest) {
        return value << 8U | byte;
      }
      value = value << 7U | (byte & 0x7FU);
      if (byte < 0x80) {
        break;
      }
    }
    return value;
  }

 private:
  std::string_view bytes_;
  bool good_ = true;
};

}  // namespace pith::history
