// What things are called now, and were called before: the log keeps the names of the day, alias
// events carry their history along. Internal to this folder.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "history/database.h"
#include "history/events.h"
#include "history/replay.h"

namespace pith::history {

/// Number of the name in the table `item`; empty if the log never saw it.
[[nodiscard]] std::optional<std::int64_t> find_item(Database& database, const ItemId& id);
/// The same, added if need be.
std::int64_t item_number(Database& database, const ItemId& id);

/// Whether there is any alias event, though it be retracted. Without one every name is the present
/// one.
[[nodiscard]] bool has_aliases(Database& database);

/// What `name`, as an event at `key` recorded it, is called now: through every alias after it.
[[nodiscard]] Name present_name(Database& database, Name name, Key key);
[[nodiscard]] ItemId present_name(Database& database, const ItemId& id, const Key& key);

/// The aliases that count, begin at `from` and lead to what is called `to` now; in replay order.
[[nodiscard]] std::vector<Uuid> aliases_leading(Database& database, const Name& from,
                                                const Name& to);

/// `id` and every name that some alias leads from to it, at whatever time.
[[nodiscard]] std::vector<ItemId> former_names(Database& database, const ItemId& id);
/// `id` and every name that some alias leads to from it, at whatever time.
[[nodiscard]] std::vector<ItemId> later_names(Database& database, const ItemId& id);

/// All items that were recorded under a deck.
[[nodiscard]] std::vector<ItemId> items_named_under(Database& database, const std::string& deck);

}  // namespace pith::history
