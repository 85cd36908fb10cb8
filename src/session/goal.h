// From items and history to a plan for a day that matters, and to the queue that follows it.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "history/store.h"
#include "memory/learner_model.h"
#include "session/candidate.h"
#include "session/task.h"

namespace pith::session {

/// How the learner answers, by the log.
[[nodiscard]] memory::Habits habits_of(const history::History& history);

/// The seconds an answer takes, by the latest answers of the log.
[[nodiscard]] memory::Pace pace_of(const history::History& history);

/// The candidates as a plan sees them; those that are suspended are left out.
struct GoalItems {
  std::vector<memory::PlannedItem> items;
  std::vector<const Candidate*> candidates;  ///< Of each item.
  std::vector<std::string> decks;            ///< Ids; PlannedItem::deck is an index.
  std::vector<int> new_per_day;              ///< Of each deck.
};
[[nodiscard]] GoalItems goal_items(std::span<const Candidate> candidates, const Wishes& wishes);

/// From `today` to the day `on`, with what the history knows of the learner. Requires: on > today.
[[nodiscard]] memory::Journey journey_to(const history::History& history, const GoalItems& items,
                                         memory::StudyDay today, memory::StudyDay on);

/// What to ask today so that most is known on the day of `journey`, the best use of time first, as
/// much as `seconds` have room for; similar items kept apart.
[[nodiscard]] std::vector<Task> goal_queue(const GoalItems& items, const memory::Journey& journey,
                                           double seconds);

}  // namespace pith::session
