// What things are called now, from all alias events at once: for reading the whole log. Internal to
// this folder; names.h asks the database for one name.
#pragma once

#include <cstddef>
#include <map>
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
  /// Place of the first step, from `at` on, that leads on from `name`; how many there are if none.
  [[nodiscard]] std::size_t next(const Name& name, std::size_t at) const;

  std::vector<Step> steps_;                          ///< In replay order.
  std::map<ItemId, std::vector<std::size_t>> from_;  ///< Places of the steps that begin there.
};

}  // namespace pith::history
