// What was answered today, for an even load. Internal to this folder.
#pragma once

#include <map>
#include <optional>

#include "session/load.h"
#include "session/queue.h"

namespace pith::session {

/// Refers to the rules.
class AnsweredToday {
 public:
  explicit AnsweredToday(const ReviewRules& rules);

  [[nodiscard]] bool empty() const { return items_.empty(); }
  /// Whether the item was answered and is not due again today.
  [[nodiscard]] bool has(const history::ItemId& item, std::optional<memory::StudyDay> due) const;
  /// Adds to the load what the item was in the morning by the rules that the history was told.
  /// Requires: it was answered.
  void add(const history::ItemId& item, LoadRules& load) const;
  /// The same by its deck as it is now.
  void add(const deck::Item& item, const Wishes& wishes, LoadRules& load) const;

 private:
  memory::StudyDay day_;
  std::map<history::ItemId, const history::ItemState*> items_;  ///< As AnsweredItem::morning.
};

}  // namespace pith::session
