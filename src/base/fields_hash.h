// A hash over a list of fields in which no two different lists give the same bytes.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "base/sha256.h"

namespace pith::base {

class FieldsHash {
 public:
  FieldsHash& add(std::string_view field) {
    hash_.update(fmt::format("{}:", field.size()));
    hash_.update(field);
    return *this;
  }
  FieldsHash& add(double number) { return add(std::string_view(fmt::format("{}", number))); }
  FieldsHash& add(const std::vector<std::string>& list) {
    add(static_cast<double>(list.size()));
    for (const auto& entry : list) {
      add(std::string_view(entry));
    }
    return *this;
  }

  /// SHA-256 in hexadecimal; nothing may be added after it.
  [[nodiscard]] std::string digest() { return to_hex(hash_.finish()); }

 private:
  Sha256 hash_;
};

}  // namespace pith::base
