// What every fuzz target has: its input as text, and laws that end the process where they fail.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string_view>

/// The one function of a target: libFuzzer and replay.cpp call it.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace pith::fuzz {

inline std::string_view as_text(const std::uint8_t* data, std::size_t size) {
  return {reinterpret_cast<const char*>(data), size};
}

/// Takes the first byte off, for what it chooses; 0 if there is none.
inline unsigned take_byte(std::string_view& bytes) {
  if (bytes.empty()) {
    return 0;
  }
  const auto first = static_cast<unsigned char>(bytes.front());
  bytes.remove_prefix(1);
  return first;
}

/// Takes what stands before the first `mark` off, and the mark; without one, everything.
inline std::string_view take_until(std::string_view& bytes, std::string_view mark) {
  const auto at = bytes.find(mark);
  const auto part = bytes.substr(0, at);
  bytes.remove_prefix(at == std::string_view::npos ? bytes.size() : at + mark.size());
  return part;
}

/// A law of the target.
inline void require(bool holds, const char* law) {
  if (!holds) {
    std::fprintf(stderr, "broken law: %s\n", law);
    std::abort();
  }
}

}  // namespace pith::fuzz
