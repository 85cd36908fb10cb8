// What of a review's queue is asked now: what there is time for, and only what is not known for
// sure.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "memory/habits.h"
#include "session/candidate.h"
#include "session/task.h"

namespace pith::session {

/// What a review is cut down to; without any, everything is asked.
struct Limits {
  std::optional<double> sure;        ///< Points recalled as likely as this are shown, not asked.
  std::optional<std::size_t> items;  ///< At most so many.
  std::optional<double> seconds;     ///< At most so much time, by `pace`.
  memory::Pace pace{};
};

/// The tasks of a queue of those candidates, within the limits. Where time is limited, what is due
/// comes in the order of what it wins for its time. Of every third review of an item all is asked,
/// however sure: what is only shown says nothing of what is remembered.
[[nodiscard]] std::vector<Task> within(std::vector<Task> queue,
                                       std::span<const Candidate> candidates, const Limits& limits,
                                       const memory::Parameters& parameters, memory::StudyDay day);

}  // namespace pith::session
