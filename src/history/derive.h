// The derived tables: memory states and due days, kept in step with the log. Internal to this
// folder.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "history/database.h"
#include "history/events.h"
#include "history/replay.h"

namespace pith::history {

/// The latest parameters in replay order, else FSRS's defaults.
[[nodiscard]] memory::Parameters current_parameters(Database& database);

/// Replays an item from the log, up to the beginning of a day if one is given.
[[nodiscard]] std::optional<ItemState> replayed(Database& database, const ItemId& id,
                                                const memory::Parameters& parameters,
                                                std::optional<memory::StudyDay> before = {});

/// Sets an item's due day anew, after its rule or the points it has changed.
void reschedule(Database& database, const ItemId& id, const memory::Parameters& parameters);

/// Replays an item and writes, or clears, its rows.
void recompute(Database& database, const ItemId& id, const memory::Parameters& parameters);

/// Empties the derived tables and replays every item; how many there are.
std::size_t recompute_all(Database& database);

/// Items whose state the event touches; empty optional: all of them.
[[nodiscard]] std::optional<std::vector<ItemId>> touched_by(Database& database, const Body& body);

/// Brings the derived tables up to date after `event` was added to the log.
void follow(Database& database, const Event& event);
/// The same after all of these were; what the decks say of the items touched is to be told anew.
void follow_all(Database& database, std::vector<const Event*> events);

}  // namespace pith::history
