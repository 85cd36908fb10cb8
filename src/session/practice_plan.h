// From a practice's section to what it asks.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "history/store.h"
#include "session/candidate.h"
#include "session/practice.h"
#include "session/queue.h"

namespace pith::session {

struct PlanRules {
  ReviewRules review;      ///< Day, parameters and what a review would ask.
  std::uint64_t seed = 0;  ///< For `random` and `mixed`.
  bool by_memory = true;   ///< Whether `mixed` looks at what is remembered; see ExamRules.
};

/// What the section asks of the candidates, which are those that its selectors mean.
[[nodiscard]] std::vector<Task> section_queue(std::span<const Candidate> candidates,
                                              const PracticeSection& section,
                                              const PlanRules& rules,
                                              const history::History& history);

}  // namespace pith::session
