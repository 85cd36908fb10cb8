// Reads the few protobuf messages in Anki's files without their schemas: field by field.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace pith::exchange {

struct ProtobufField {
  std::uint32_t number = 0;
  std::uint64_t value = 0;   ///< Of a varint or fixed field.
  std::string_view bytes{};  ///< Of a text, bytes, message or packed field.
};

/// The fields of a message in their order; empty if the bytes are none.
[[nodiscard]] std::optional<std::vector<ProtobufField>> protobuf_fields(std::string_view message);

/// The bytes of the last field with this number; empty if there is none.
[[nodiscard]] std::string_view protobuf_bytes(std::string_view message, std::uint32_t number);
/// The value of the last field with this number; 0 if there is none, as in proto3.
[[nodiscard]] std::uint64_t protobuf_value(std::string_view message, std::uint32_t number);
/// A packed list of floats.
[[nodiscard]] std::vector<double> protobuf_floats(std::string_view message, std::uint32_t number);

}  // namespace pith::exchange
