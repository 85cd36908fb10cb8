// JSON with the place of each of its objects, so that what is wrong in one can be told with its
// line.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include <nlohmann/json_fwd.hpp>

namespace pith::exchange {

/// Each object that is read has one key more: this one, with the line in which it begins.
inline constexpr std::string_view kLineKey = "\n";

/// Reads JSON, control characters in texts dropped. Throws InvalidInput, with the place, in the
/// name of the file, if it is none, or nests deeper or holds more values than decks have a use for.
[[nodiscard]] nlohmann::json read_located_json(std::string_view text, const std::string& file);

/// The line in which an object begins, from 1; 0 for any other value.
[[nodiscard]] std::size_t line_of(const nlohmann::json& value);

}  // namespace pith::exchange
