#include "session/chosen.h"

namespace pith::session {

bool may_be_asked(const Candidate& candidate) {
  return !candidate.suspended && !candidate.active_points().empty();
}

std::vector<Task> tasks_of(std::span<const Candidate* const> chosen, Why why) {
  std::vector<Task> tasks;
  tasks.reserve(chosen.size());
  for (const auto* candidate : chosen) {
    tasks.push_back({candidate->item, candidate->active_points(), why});
  }
  return tasks;
}

}  // namespace pith::session
