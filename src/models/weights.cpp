#include "models/weights.h"

#include <cstdint>

#include <fmt/format.h>

#include "base/fnv.h"
#include "base/sha256.h"

namespace pith::models {
namespace {

constexpr std::size_t kSize = 71'622'400;
constexpr std::string_view kSha256 =
    "1571fc9827503943b6bb2e2c03c071f70a14f6e8ffc673946a1f7abbbfbb782f";

constexpr std::uint64_t kChecksum = 0xa712eb5fcd2f9dbb;

std::string size_fault(std::string_view bytes) {
  return bytes.size() == kSize ? ""
                               : fmt::format("has {} bytes instead of {}", bytes.size(), kSize);
}

}  // namespace

std::string fault_in(std::string_view bytes) {
  if (auto fault = size_fault(bytes); !fault.empty()) {
    return fault;
  }
  return base::fnv1a_of_words(bytes) == kChecksum ? "" : "has a wrong checksum";
}

std::string thorough_fault_in(std::string_view bytes) {
  if (auto fault = size_fault(bytes); !fault.empty()) {
    return fault;
  }
  return base::to_hex(base::sha256(bytes)) == kSha256 ? "" : "has a wrong SHA-256";
}

}  // namespace pith::models
