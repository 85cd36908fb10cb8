// From candidates to what is asked of them.
#pragma once

#include <span>
#include <vector>

#include "session/candidate.h"
#include "session/task.h"

namespace pith::session {

/// Whether the candidate is suspended neither as a whole nor point by point.
[[nodiscard]] bool may_be_asked(const Candidate& candidate);

/// Asks each for all its points that are not suspended.
[[nodiscard]] std::vector<Task> tasks_of(std::span<const Candidate* const> chosen, Why why);

}  // namespace pith::session
