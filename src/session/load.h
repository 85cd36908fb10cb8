// An even daily load. Where much more is due today than on the days to come, what loses least by
// waiting is left to them; nothing waits longer than its interval is spread anyway (see
// memory/fuzz.h). Due days are never changed: the choice is made anew when a queue is made.
#pragma once

#include <span>
#include <vector>

#include "session/candidate.h"

namespace pith::session {

struct LoadRules {
  memory::StudyDay day{};  ///< Today.
  memory::Parameters parameters = memory::kDefaultParameters;
  Wishes wishes;  ///< Without fuzz everything due is asked.
};

/// Those of the candidates that are due and to be asked today, in their order.
[[nodiscard]] std::vector<const Candidate*> todays_share(
    std::span<const Candidate* const> candidates, const LoadRules& rules);

}  // namespace pith::session
