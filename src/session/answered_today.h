// What was answered today, for an even load. Internal to this folder.
#pragma once

#include <map>
#include <optional>

#include "session/load.h"
#include "session/queue.h"

namespace pith::session {

class AnsweredToday {
 public:
  explicit AnsweredToday(const ReviewRules& rules);

  [[nodiscard]] bool empty() const { return items_.empty(); }
  /// Whether the item was answered and is not due again today.
  [[nodiscard]] bool has(const history::ItemId& item, std::optional<memory::StudyDay> due) const;
  /// Adds it to what is done of the day's load, if it was due.
  void add(const history::ItemId& item, LoadRules& load) const;

 private:
  memory::StudyDay day_;
  std::map<history::ItemId, std::optional<memory::StudyDay>> items_;  ///< As AnsweredItem::until.
};

}  // namespace pith::session
