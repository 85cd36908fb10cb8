#include "exchange/anki/protobuf.h"

#include <bit>
#include <cstring>

namespace pith::exchange {
namespace {

std::optional<std::uint64_t> take_varint(std::string_view& bytes) {
  std::uint64_t value = 0;
  for (unsigned shift = 0; shift < 64 && !bytes.empty(); shift += 7) {
    const auto byte = static_cast<std::uint8_t>(bytes.front());
    bytes.remove_prefix(1);
    value |= static_cast<std::uint64_t>(byte & 0x7FU) << shift;
    if ((byte & 0x80U) == 0) {
      return value;
    }
  }
  return std::nullopt;
}

std::optional<std::uint64_t> take_fixed(std::string_view& bytes, std::size_t size) {
  if (bytes.size() < size) {
    return std::nullopt;
  }
  std::uint64_t value = 0;
  for (std::size_t i = size; i > 0; --i) {
    value = (value << 8U) | static_cast<std::uint8_t>(bytes[i - 1]);
  }
  bytes.remove_prefix(size);
  return value;
}

/// Takes what a field of this wire type holds; false if it is not there.
bool take_content(std::string_view& bytes, std::uint64_t wire_type, ProtobufField& field) {
  std::optional<std::uint64_t> value;
  if (wire_type == 0 || wire_type == 2) {
    value = take_varint(bytes);
  } else if (wire_type == 1 || wire_type == 5) {
    value = take_fixed(bytes, wire_type == 1 ? 8 : 4);
  }
  if (!value || (wire_type == 2 && *value > bytes.size())) {
    return false;
  }
  if (wire_type == 2) {
    field.bytes = bytes.substr(0, *value);
    bytes.remove_prefix(*value);
  } else {
    field.value = *value;
  }
  return true;
}

}  // namespace

std::optional<std::vector<ProtobufField>> protobuf_fields(std::string_view message) {
  std::vector<ProtobufField> fields;
  while (!message.empty()) {
    const auto key = take_varint(message);
    ProtobufField field;
    if (!key || (*key >> 3U) == 0 || (*key >> 3U) > 0x1FFFFFFF ||
        !take_content(message, *key & 7U, field)) {
      return std::nullopt;
    }
    field.number = static_cast<std::uint32_t>(*key >> 3U);
    fields.push_back(field);
  }
  return fields;
}

std::string_view protobuf_bytes(std::string_view message, std::uint32_t number) {
  std::string_view bytes;
  for (const auto& field : protobuf_fields(message).value_or(std::vector<ProtobufField>{})) {
    bytes = field.number == number ? field.bytes : bytes;
  }
  return bytes;
}

std::uint64_t protobuf_value(std::string_view message, std::uint32_t number) {
  std::uint64_t value = 0;
  for (const auto& field : protobuf_fields(message).value_or(std::vector<ProtobufField>{})) {
    value = field.number == number ? field.value : value;
  }
  return value;
}

std::vector<double> protobuf_floats(std::string_view message, std::uint32_t number) {
  std::vector<double> floats;
  auto bytes = protobuf_bytes(message, number);
  while (const auto bits = take_fixed(bytes, 4)) {
    floats.push_back(static_cast<double>(std::bit_cast<float>(static_cast<std::uint32_t>(*bits))));
  }
  return floats;
}

}  // namespace pith::exchange
