// What decks and configuration say about the schedule of items, beside the log. Internal to this
// folder.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "history/database.h"
#include "history/replay.h"
#include "memory/due.h"

namespace pith::history {

/// The wishes for an item: its own, else its deck's, else the defaults.
[[nodiscard]] memory::SchedulingOptions rule_of(Database& database, std::int64_t item,
                                                const std::string& deck);

/// The wishes in a row, from its column `first` on: desired retention, floor, maximum interval,
/// fuzz.
[[nodiscard]] memory::SchedulingOptions read_options(const Cursor& row, int first = 0);

/// Notes what the item's deck says of it: gone, or which points it has, and of what weight. Whether
/// it says that the item is there.
bool apply_rules(Database& database, ItemState& state);
/// The same from the column `points` of `deck_item`.
void apply_points(ItemState& state, std::string_view points);

/// Keeps whether the item may be asked as a new one.
void note_fresh(Database& database, const ItemState& state);
/// As if it had no history.
void note_fresh(Database& database, const ItemId& item);

}  // namespace pith::history
