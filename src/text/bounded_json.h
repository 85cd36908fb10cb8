// JSON of others, a server or a file: read with bounded memory, whatever it says.
#pragma once

#include <string_view>

#include <nlohmann/json_fwd.hpp>

namespace pith::text {

/// The JSON of a text; discarded (`is_discarded()`) if it is none, or nests deeper or has more
/// values than anything that pith has a use for.
[[nodiscard]] nlohmann::json parse_bounded_json(std::string_view text);

}  // namespace pith::text
