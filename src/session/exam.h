// The questions of a mock interview: a mix by topic and by difficulty. Pure.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "memory/due.h"
#include "session/candidate.h"
#include "session/task.h"

namespace pith::session {

/// How an exam is put together.
struct ExamRules {
  memory::StudyDay day{};
  memory::Parameters parameters = memory::kDefaultParameters;
  std::size_t count = 10;  ///< At most so many questions.
  std::uint64_t seed = 0;
  /// Difficulty by what the learner remembers; else by what the deck alone says, so that the same
  /// seed and decks give the same exam to everybody and for ever.
  bool by_memory = true;
};

/// `count` of the items that are not suspended. Every topic gets its share of the places by its
/// number of items; within a topic the items are picked evenly from the easy to the hard ones.
/// Similar items are kept apart.
[[nodiscard]] std::vector<Task> exam_queue(std::span<const Candidate> candidates,
                                           const ExamRules& rules);

/// The topic of each item: its first tag that not all items of its deck that are `among` carry,
/// else its deck's id.
[[nodiscard]] std::vector<std::string> topics_of(std::span<const deck::Item* const> items,
                                                 std::span<const deck::Item* const> among);
/// The same among the items themselves.
[[nodiscard]] std::vector<std::string> topics_of(std::span<const deck::Item* const> items);

/// How hard an item is to answer. By memory [0, 1]: the mean of what of its score is expected to be
/// lost and of its points' FSRS difficulty; half for a new one. Else its number of points to state.
[[nodiscard]] double difficulty_of(const Candidate& candidate, const ExamRules& rules);

}  // namespace pith::session
