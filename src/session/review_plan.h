// What a review asks, as the history alone tells it: no deck is read until its items are asked.
#pragma once

#include <cstddef>
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "history/store.h"
#include "session/queue.h"
#include "session/task.h"

namespace pith::session {

struct PlannedItem {
  history::ItemId id;
  std::vector<std::string> asked;  ///< Ids of the points, by id; empty for a new item: all.
  Why why = Why::due;              ///< Or Why::fresh.
};

/// The rules of a day for a learner: nothing but what the history and the wishes say.
[[nodiscard]] ReviewRules rules_for(const history::History& history, memory::StudyDay day,
                                    const Wishes& wishes);

/// Whether an item is meant at all.
using ItemFilter = std::function<bool(const history::ItemId&)>;

/// What review_queue() gives for all items of these decks that pass the filter, before similar
/// items are kept apart. The history must know the rules of the decks (session/upkeep.h); items of
/// one loss come in the order of the decks. An empty filter lets all pass.
[[nodiscard]] std::vector<PlannedItem> review_plan(const history::History& history,
                                                   std::span<const std::string> decks,
                                                   const ReviewRules& rules,
                                                   const ItemFilter& wanted = {});

/// A plan that becomes tasks page by page.
class PlannedTasks {
 public:
  using FindItem = std::function<const deck::Item*(const history::ItemId&)>;

  /// `history` and the items found must outlive it.
  PlannedTasks(const history::History& history, std::vector<PlannedItem> plan, FindItem find,
               Wishes wishes);

  /// How many items were not given yet.
  [[nodiscard]] std::size_t left() const { return plan_.size() - given_; }
  /// The next few, similar ones apart; fewer where items have vanished meanwhile. Empty only at the
  /// end.
  [[nodiscard]] std::vector<Task> next();

 private:
  [[nodiscard]] std::vector<std::size_t> asked_of(const PlannedItem& planned,
                                                  const deck::Item& item) const;

  const history::History* history_;
  std::vector<PlannedItem> plan_;
  std::size_t given_ = 0;
  FindItem find_;
  Wishes wishes_;
};

}  // namespace pith::session
