// What things are called now, from all alias events at once: for reading the whole log. Internal to
// this folder; names.h asks the database for one name.
#pragma once

#include <vector>

#include "history/database.h"
#include "history/events.h"
#include "history/replay.h"

namespace pith::history {

class Renames {
 public:
  /// Reads the aliases that count.
  explicit Renames(Database& database);

  /// Whether any alias begins at the item or its deck.
  [[nodiscard]] bool concern(const ItemId& id) const;

  /// What `name`, as an event at `key` recorded it, is called now.
  [[nodiscard]] Name present(Name name, const Key& key) const;

 private:
  struct Step {
    Key key;
    Alias alias;
  };
  std::vector<Step> steps_;  ///< In replay order.
};

}  // namespace pith::history
