// The derived tables: memory states and due days, kept in step with the log. Internal to this
// folder.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "history/database.h"
#include "history/events.h"
#include "history/replay.h"

namespace pith::history {

/// The latest parameters in replay order, else FSRS's defaults.
[[nodiscard]] memory::Parameters current_parameters(Database& database);

[[nodiscard]] memory::DueReason due_reason_named(std::string_view name);

/// A row that begins with the columns of `item_state` after `item`, in their order.
[[nodiscard]] ItemState read_state(const Cursor& row);
/// A row that begins with point, weight, suspended, stability, difficulty, last_review, reviews,
/// lapses and first_recall of `point_state`.
[[nodiscard]] PointState read_point(const Cursor& row);

/// What the derived tables say of an item; empty if its log is.
[[nodiscard]] std::optional<ItemState> load_state(Database& database, const ItemId& id);

/// Writes one item's rows of the derived tables.
void store_state(Database& database, const ItemState& state);

/// The events of an item under all its names, under its present ones, in replay order and without
/// those retracted.
[[nodiscard]] std::vector<Event> events_of(Database& database, const ItemId& id);

/// Replays an item from the log.
[[nodiscard]] std::optional<ItemState> replayed(Database& database, const ItemId& id,
                                                const memory::Parameters& parameters);

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
