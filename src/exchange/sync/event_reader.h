// Events of the history from the JSON of event_json.h, which another device wrote: nothing in it is
// believed unseen.
#pragma once

#include <optional>
#include <variant>

#include <nlohmann/json_fwd.hpp>

#include "history/events.h"

namespace pith::exchange {

/// A kind of event that only a newer pith knows.
struct UnknownKind {};

/// What to_json() wrote. Empty for anything else: a field that is missing, of another type or out
/// of its range.
[[nodiscard]] std::optional<std::variant<history::Event, UnknownKind>> event_from(
    const nlohmann::json& json);
[[nodiscard]] std::optional<history::Content> content_from(const nlohmann::json& json);

}  // namespace pith::exchange
