// JSON in tests. Its parser and its printer are compiled once here, not in every file.
#pragma once

#include <string>
#include <string_view>

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

namespace pith::test {

/// Throws where `text` is not JSON.
[[nodiscard]] nlohmann::json parsed(std::string_view text);

}  // namespace pith::test

template <>
struct Catch::StringMaker<nlohmann::json> {
  static std::string convert(const nlohmann::json& json);
};
