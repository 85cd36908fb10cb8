#include "session/practice_plan.h"

#include <algorithm>

#include "session/exam.h"

namespace pith::session {
namespace {

std::vector<Task> in_order(std::span<const Candidate> candidates, const PracticeSection& section,
                           const PlanRules& rules, std::size_t count) {
  const auto& review = rules.review;
  if (!section.order) {
    return exam_queue(candidates,
                      {review.day, review.parameters, count, rules.seed, rules.by_memory});
  }
  return practice_queue(candidates,
                        {review.day, review.parameters, *section.order, count, rules.seed});
}

}  // namespace

std::vector<Task> section_queue(std::span<const Candidate> candidates,
                                const PracticeSection& section, const PlanRules& rules,
                                const history::History& history) {
  const auto count = section.count.value_or(candidates.size());
  std::vector<Task> tasks;
  switch (section.choose) {
    case Choose::all:
      return in_order(candidates, section, rules, count);
    case Choose::due:
      tasks = review_queue(candidates, rules.review);
      break;
    case Choose::missed:
      tasks = missed_only(in_order(candidates, section, rules, candidates.size()), history);
      break;
  }
  tasks.resize(std::min(tasks.size(), count));
  return tasks;
}

}  // namespace pith::session
