// Values as bytes and back, for files that pith alone writes and reads: what a type stores is said
// by a function `fields(archive, value)` beside it. Reading stays within the bytes, whatever they
// are.
#pragma once

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "base/fnv.h"

namespace pith::deck {

template <typename Value>
concept Plain = std::is_arithmetic_v<Value> || std::is_enum_v<Value>;

class ArchiveWriter {
 public:
  template <typename... Values>
  void operator()(Values&... values) {
    (write(values), ...);
  }
  std::string bytes;

 private:
  template <Plain Value>
  void write(const Value& value) {
    bytes.append(reinterpret_cast<const char*>(&value), sizeof value);
  }
  void write(std::string& text) {
    write(text.size());
    bytes += text;
  }
  void write(std::chrono::seconds& time) { write(time.count()); }
  template <typename Value, typename Allocator>
  void write(std::vector<Value, Allocator>& list) {
    write(list.size());
    for (auto& each : list) {
      write(each);
    }
  }
  template <typename Value>
  void write(std::optional<Value>& value) {
    write(value.has_value());
    if (value) {
      write(*value);
    }
  }
  template <typename Value>
  requires(!Plain<Value>) void write(Value& value) { fields(*this, value); }
};

/// Reads what an ArchiveWriter wrote; whatever else it is given, it stays within the bytes.
class ArchiveReader {
 public:
  explicit ArchiveReader(std::string_view bytes) : bytes_(bytes) {}

  template <typename... Values>
  void operator()(Values&... values) {
    (read(values), ...);
  }
  /// Whether everything that was asked for was there.
  [[nodiscard]] bool sound() const { return sound_; }
  /// What was not read yet.
  [[nodiscard]] std::string_view rest() const { return bytes_; }
  /// Whether everything was there, and nothing more.
  [[nodiscard]] bool complete() const { return sound_ && bytes_.empty(); }

 private:
  template <Plain Value>
  void read(Value& value) {
    if (bytes_.size() < sizeof value) {
      sound_ = false;
      bytes_ = {};
      return;
    }
    std::memcpy(&value, bytes_.data(), sizeof value);
    bytes_.remove_prefix(sizeof value);
  }
  /// A number of elements, each of which takes a byte at least.
  std::size_t read_size() {
    std::size_t size = 0;
    read(size);
    sound_ = sound_ && size <= bytes_.size();
    return sound_ ? size : 0;
  }
  void read(std::string& text) {
    const auto size = read_size();
    text = bytes_.substr(0, size);
    bytes_.remove_prefix(size);
  }
  void read(std::chrono::seconds& time) {
    std::chrono::seconds::rep count = 0;
    read(count);
    time = std::chrono::seconds(count);
  }
  template <typename Value, typename Allocator>
  void read(std::vector<Value, Allocator>& list) {
    const auto size = read_size();
    list.reserve(std::min(size, std::max<std::size_t>(64, bytes_.size() / sizeof(Value))));
    for (std::size_t i = 0; sound_ && i < size; ++i) {
      read(list.emplace_back());
    }
  }
  template <typename Value>
  void read(std::optional<Value>& value) {
    std::uint8_t there = 0;
    read(there);
    sound_ = sound_ && there <= 1;
    if (sound_ && there == 1) {
      read(value.emplace());
    }
  }
  template <typename Value>
  void read(Value& value) {
    fields(*this, value);
  }

  std::string_view bytes_;
  bool sound_ = true;
};

/// `magic`, a checksum and the bytes.
[[nodiscard]] inline std::string sealed(std::string_view magic, std::string_view bytes) {
  ArchiveWriter head;
  const auto sum = base::checksum(bytes);
  head(sum);
  std::string whole(magic);
  whole.reserve(magic.size() + head.bytes.size() + bytes.size());
  whole += head.bytes;
  whole += bytes;
  return whole;
}

/// The bytes that were sealed under `magic`; empty for any others.
[[nodiscard]] inline std::optional<std::string_view> unsealed(std::string_view magic,
                                                              std::string_view whole) {
  std::uint64_t sum = 0;
  if (!whole.starts_with(magic) || whole.size() < magic.size() + sizeof sum) {
    return std::nullopt;
  }
  std::memcpy(&sum, whole.data() + magic.size(), sizeof sum);
  const auto bytes = whole.substr(magic.size() + sizeof sum);
  return base::checksum(bytes) == sum ? std::optional(bytes) : std::nullopt;
}

}  // namespace pith::deck
