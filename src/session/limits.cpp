#include "session/limits.h"

#include <algorithm>
#include <iterator>
#include <unordered_map>
#include <utility>

namespace pith::session {
namespace {

using ByItem = std::unordered_map<const deck::Item*, const Candidate*>;

ByItem by_item(std::span<const Candidate> candidates) {
  ByItem found;
  for (const auto& candidate : candidates) {
    found.emplace(candidate.item, &candidate);
  }
  return found;
}

bool is_full_turn(const memory::ScheduledItem& item) {
  constexpr int kFullTurn = 3;
  int reviews = 0;
  for (const auto& point : item.points) {
    reviews = std::max(reviews, point.memory.reviews);
  }
  return reviews % kFullTurn == 0;
}

/// Leaves out the points that are known for sure, unless that leaves none.
void focus(Task& task, const Candidate& candidate, double sure,
           const memory::ForgettingCurve& curve, memory::StudyDay day) {
  if (is_full_turn(candidate.memory)) {
    return;
  }
  std::vector<std::size_t> unsure;
  std::copy_if(task.asked.begin(), task.asked.end(), std::back_inserter(unsure), [&](auto i) {
    return memory::retrievability(candidate.memory.points[i].memory, curve, day) < sure;
  });
  if (!unsure.empty()) {
    task.asked = std::move(unsure);
  }
}

void sort_by_gain(std::vector<Task>& tasks, const ByItem& candidates, const Limits& limits,
                  const memory::ForgettingCurve& curve, memory::StudyDay day) {
  const auto end = std::stable_partition(tasks.begin(), tasks.end(),
                                         [](const Task& task) { return task.why == Why::due; });
  const auto gain = [&](const Task& task) {
    const auto& memory = candidates.at(task.item)->memory;
    return memory::expected_loss(memory, curve, task.asked, day) /
           limits.pace.seconds(task.asked.size());
  };
  std::stable_sort(tasks.begin(), end,
                   [&](const Task& a, const Task& b) { return gain(a) > gain(b); });
}

}  // namespace

std::vector<Task> within(std::vector<Task> queue, std::span<const Candidate> candidates,
                         const Limits& limits, const memory::Parameters& parameters,
                         memory::StudyDay day) {
  const memory::ForgettingCurve curve(parameters);
  const auto candidate_of = by_item(candidates);
  for (auto& task : queue) {
    if (limits.sure && task.why == Why::due) {
      focus(task, *candidate_of.at(task.item), *limits.sure, curve, day);
    }
  }
  if (limits.seconds) {
    sort_by_gain(queue, candidate_of, limits, curve, day);
    auto left = *limits.seconds;
    const auto end = std::find_if(queue.begin(), queue.end(), [&](const Task& task) {
      left -= limits.pace.seconds(task.asked.size());
      return left < 0;
    });
    queue.erase(end, queue.end());
  }
  queue.resize(std::min(queue.size(), limits.items.value_or(queue.size())));
  return queue;
}

}  // namespace pith::session
