// The rows of the derived tables, `item_state` and `point_state`, as states. Internal to this
// folder.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <unordered_map>

#include "history/database.h"
#include "history/events.h"
#include "history/replay.h"

namespace pith::history {

[[nodiscard]] memory::DueReason due_reason_named(std::string_view name);

/// The state of a row that begins with `{state}` (see Database::query()); its id and points are for
/// others to add.
[[nodiscard]] ItemState read_state(const Cursor& row);

/// So many columns of a row are read for that.
constexpr int kStateColumns = 11;

/// The point of a row that begins with `{point}`.
[[nodiscard]] PointState read_point(const Cursor& row);
/// So many columns of a row are read for that.
constexpr int kPointColumns = 9;

/// States by the number of their item.
using StatesByNumber = std::unordered_map<std::int64_t, ItemState*>;

/// Reads rows that have the number of the item behind the columns of a point, and gives each point
/// to its state, if it is there.
void add_points(Cursor& row, const StatesByNumber& states);

/// What the derived tables say of an item; empty if its log is.
[[nodiscard]] std::optional<ItemState> load_state(Database& database, const ItemId& id);

/// Writes one item's rows of the derived tables.
void store_state(Database& database, const ItemState& state);

/// Deletes the rows of the item of that number.
void erase_state(Database& database, std::int64_t item);

}  // namespace pith::history
