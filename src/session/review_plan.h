// What a review asks, as the history alone tells it: no deck is read until its items are asked.
#pragma once

#include <cstddef>
#include <deque>
#include <functional>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "history/store.h"
#include "session/queue.h"
#include "session/task.h"

namespace pith::session {

/// An item that is due.
struct PlannedItem {
  history::ItemId id;
  std::vector<std::string> asked;  ///< Ids of the points.
};

/// New items of a deck, which are not named before it is their turn.
struct PlannedDeck {
  std::string deck;
  std::size_t items = 0;  ///< Of those that find room, the first ones are asked.
};

/// What decks have that the history does not know as they are now (session/upkeep.h), by deck.
using Untold = std::map<std::string, std::vector<Candidate>>;

/// Whether an item is meant at all.
using ItemFilter = std::function<bool(const history::ItemId&)>;

/// What a review of a day asks.
struct ReviewPlan {
  std::vector<PlannedItem> due;    ///< First what is due,
  std::vector<PlannedDeck> fresh;  ///< then new items, deck by deck.
  std::size_t waiting = 0;         ///< Items that are due and left to later days (session/load.h).
  memory::StudyDay day{};
  bool as_decks_say = true;  ///< Room for new items is as each deck has it, not for some in all.
  ItemFilter wanted;         ///< Empty if all items are meant.

  [[nodiscard]] std::size_t size() const;
  /// Leaves out what comes behind the first `most` items.
  void keep(std::size_t most);
};

/// The rules of a day for a learner: nothing but what the history and the wishes say. `untold` as
/// review_plan() gets it.
[[nodiscard]] ReviewRules rules_for(const history::History& history, memory::StudyDay day,
                                    const Wishes& wishes, const Untold& untold = {});

/// What review_queue() gives for all items of these decks that pass the filter, before similar
/// items are kept apart. The history must know the rules of the decks (session/upkeep.h), or what
/// is planned can only be counted; items of one loss come in the order of the decks. An empty
/// filter lets all pass.
[[nodiscard]] ReviewPlan review_plan(const history::History& history,
                                     std::span<const std::string> decks, const ReviewRules& rules,
                                     ItemFilter wanted = {}, const Untold& untold = {});

/// A plan that becomes tasks page by page.
class PlannedTasks {
 public:
  using FindItem = std::function<const deck::Item*(const history::ItemId&)>;

  /// `history` and the items found must outlive it.
  PlannedTasks(const history::History& history, ReviewPlan plan, FindItem find, Wishes wishes);

  /// How many items were not given yet.
  [[nodiscard]] std::size_t left() const { return left_; }
  /// The next few, similar ones apart; fewer where items have vanished meanwhile, or new ones were
  /// asked elsewhere. Empty only at the end.
  [[nodiscard]] std::vector<Task> next();

 private:
  void add_due(std::vector<Task>& tasks);
  void add_fresh(std::vector<Task>& tasks);
  void list_page();

  const history::History* history_;
  ReviewPlan plan_;
  std::size_t due_given_ = 0;
  std::size_t decks_listed_ = 0;
  std::deque<history::ItemId> listed_;  ///< New items of those decks that were not given yet.
  std::size_t left_ = 0;
  FindItem find_;
  Wishes wishes_;
};

}  // namespace pith::session
