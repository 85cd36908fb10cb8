// What there is to do on a day: what is due, what is new, what was done already. By the indexes, so
// that it is quick in a history of years. Members throw StorageError as those of History do.
#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "history/events.h"
#include "history/replay.h"
#include "memory/due.h"

namespace pith::history {

class Database;

struct DueItem {
  ItemId item;
  memory::StudyDay due;
  memory::DueReason reason = memory::DueReason::expected_score;
};

/// An item that is due, with what is known of it.
struct DueState {
  ItemState state;
  memory::SchedulingOptions options;
  int place = 0;  ///< In its deck.
};

/// An item that was answered on a day.
struct AnsweredItem {
  ItemId item;
  std::optional<ItemState> morning{};  ///< As it was when the day began, if it had history then.
};

/// What a deck has of new items on a day.
struct NewItems {
  std::size_t count = 0;  ///< Of those that may be asked.
  int per_day = 0;        ///< The largest ItemRule::new_per_day in the deck.
  bool alike = true;      ///< All of its items have the same.
};

/// An item that is due on a later day.
struct WaitingItem {
  ItemId item;  ///< Its deck alone, unless its name was asked for.
  memory::StudyDay due;
  memory::StudyDay until;  ///< As ItemState::waits_until.
};

/// Of a history, which must outlive it.
class Day {
 public:
  Day(Database& database, memory::StudyDay day) : database_(&database), day_(day) {}

  /// Items due on the day or before, the longest overdue first. Some may be in no deck any more.
  [[nodiscard]] std::vector<DueItem> due() const;
  [[nodiscard]] std::size_t count_due() const;
  /// The same with their states, of decks that told their items (History::set_rules), in no order.
  [[nodiscard]] std::vector<DueState> due_states() const;
  /// Calls `take` with the items due after the day, up to `horizon`, that could be asked on it
  /// already, those due first before the others, until it returns false.
  void for_each_waiting(memory::StudyDay horizon, bool with_names,
                        const std::function<bool(const WaitingItem&)>& take) const;
  /// Calls `take` with each deck that told its items, and what for_each_fresh() would find in it.
  void for_each_new_count(
      const std::function<void(const std::string& deck, const NewItems&)>& take) const;
  /// Calls `take` with the items of a deck that may be asked as new ones, in the order of its file
  /// and with their ItemRule::new_per_day, until it returns false. Knows only decks that told their
  /// items (History::set_rules).
  void for_each_fresh(const std::string& deck,
                      const std::function<bool(std::string item, int new_per_day)>& take) const;
  /// Items first reviewed on the day, by deck.
  [[nodiscard]] std::map<std::string, std::size_t> introduced() const;
  /// Items that were answered on the day and are not due on it any more.
  [[nodiscard]] std::vector<AnsweredItem> answered() const;

 private:
  Database* database_;
  memory::StudyDay day_;
};

}  // namespace pith::history
