// Events as rows of the log. Internal to this folder.
#pragma once

#include <cstdint>
#include <optional>

#include "history/database.h"
#include "history/events.h"

namespace pith::history {

/// Adds an event that is not there yet; gives its number.
std::int64_t insert_event(Database& database, const Event& event);

/// The event with this number. Throws StorageError if there is none.
[[nodiscard]] Event read_event(Database& database, std::int64_t number);

/// The number of the event with this id; empty if there is none.
[[nodiscard]] std::optional<std::int64_t> find_event(Database& database, const Uuid& id);

/// Whether a retraction of the event is in the log.
[[nodiscard]] bool is_retracted(Database& database, const Uuid& id);

}  // namespace pith::history
