// Events of the history as JSON, for the files in which devices share them; event_reader.h reads
// it.
#pragma once

#include <nlohmann/json_fwd.hpp>

#include "history/events.h"

namespace pith::exchange {

[[nodiscard]] nlohmann::json to_json(const history::Event& event);
[[nodiscard]] nlohmann::json to_json(const history::Content& content);

}  // namespace pith::exchange
