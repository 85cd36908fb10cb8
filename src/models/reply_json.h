// The JSON of a server that pith does not know: read with bounded memory, whatever it says.
#pragma once

#include <cstddef>
#include <string_view>

#include <nlohmann/json.hpp>

namespace pith::models {

/// The JSON of a reply; discarded (`is_discarded()`) if it is none, or nests deeper or has more
/// values than any reply of a server that does what it is for.
[[nodiscard]] nlohmann::json parse_reply_json(std::string_view text);

}  // namespace pith::models
