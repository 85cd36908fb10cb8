// What could be asked: items with what the history remembers of them.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "deck/item.h"
#include "history/store.h"
#include "memory/due.h"
#include "memory/study_day.h"
#include "session/task.h"

namespace pith::session {

/// The learner's wishes for the schedule, beside what the decks say.
struct Wishes {
  std::optional<double> floor;
  int maximum_interval = 36500;  ///< Days.
  bool fuzz = true;
};

/// What deck and learner together wish for an item.
[[nodiscard]] memory::SchedulingOptions scheduling_for(const deck::Item& item,
                                                       const Wishes& wishes);

/// Indices of the points that are not suspended.
[[nodiscard]] std::vector<std::size_t> active_points(const memory::ScheduledItem& item);

/// An item with what is known of it, of its points and of when it is due.
struct Candidate {
  const deck::Item* item = nullptr;
  memory::ScheduledItem memory;  ///< Every point of the item, in the deck's order.
  bool suspended = false;        ///< As a whole.
  std::optional<memory::StudyDay> buried_until;
  std::optional<memory::StudyDay> due;  ///< Empty if new, or suspended as a whole.
  bool by_hand = false;                 ///< `due` was set by the learner.

  /// Indices of the points that are not suspended.
  [[nodiscard]] std::vector<std::size_t> active_points() const {
    return session::active_points(memory);
  }
  [[nodiscard]] bool is_new() const;
};

/// Whether what was left out until another day, if it was, is left out on `day`.
[[nodiscard]] bool is_buried(const std::optional<memory::StudyDay>& until, memory::StudyDay day);

/// The items, in their order, with their memories. Items must outlive the candidates. What failed
/// today is told only if `today` is given: without it no recall of today is to be reckoned.
[[nodiscard]] std::vector<Candidate> candidates_for(const history::History& history,
                                                    std::span<const deck::Item* const> items,
                                                    const Wishes& wishes,
                                                    std::optional<memory::StudyDay> today = {});

/// One item with its memory; `today` as above. The item must outlive the candidate.
[[nodiscard]] Candidate candidate_for(const history::History& history, const deck::Item& item,
                                      const Wishes& wishes,
                                      std::optional<memory::StudyDay> today = {});

/// The same of a state that was read before.
[[nodiscard]] Candidate candidate_for(const deck::Item& item, const history::ItemState& state,
                                      const memory::Parameters& parameters, const Wishes& wishes);

/// Indices of the item's points that were missed or contradicted when they were last asked.
[[nodiscard]] std::vector<std::size_t> points_missed_last(const history::History& history,
                                                          const deck::Item& item);

/// The tasks with only such points; those without any are left out.
[[nodiscard]] std::vector<Task> missed_only(std::vector<Task> tasks,
                                            const history::History& history);

/// The tasks whose items were not answered on that day or later.
[[nodiscard]] std::vector<Task> unanswered_since(std::vector<Task> tasks,
                                                 const history::History& history,
                                                 memory::StudyDay day);

}  // namespace pith::session
