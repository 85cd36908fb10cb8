#include "session/step.h"

#include <algorithm>
#include <set>

namespace pith::session {

void note(Step& step, const Result& result) {
  step.event = result.event;
  step.score = result.score;
  step.seconds = result.seconds;
  step.points = {};
  for (const auto& outcome : result.points) {
    ++step.points.at(static_cast<std::size_t>(outcome.verdict));
  }
}

bool came_of(const Step& step, const Task& task) {
  if (task.item != step.task.item) {
    return false;
  }
  if (step.read) {
    return task.why == step.task.why && task.repeats == step.task.repeats;
  }
  return step.comes_back && !is_first(task.why) && task.repeats == step.task.repeats + 1;
}

Summary sum_up(std::span<const Step> steps) {
  Summary summary;
  std::set<const deck::Item*> items;
  std::size_t first_answers = 0;
  for (const auto& step : steps) {
    if (!step.answered) {
      summary.skipped += step.read ? 0 : 1;
      continue;
    }
    ++summary.answers;
    summary.seconds += step.seconds;
    items.insert(step.task.item);
    if (!is_first(step.task.why)) {
      ++summary.repeated;
      summary.regained += step.points.at(static_cast<std::size_t>(grading::Verdict::hit));
      continue;
    }
    ++first_answers;
    summary.score += step.score;
    for (std::size_t verdict = 0; verdict < step.points.size(); ++verdict) {
      summary.points.at(verdict) += step.points.at(verdict);
    }
  }
  summary.items = items.size();
  summary.score = first_answers > 0 ? summary.score / static_cast<double>(first_answers) : 0.0;
  return summary;
}

std::size_t first_done(std::span<const Step> steps) {
  return static_cast<std::size_t>(std::ranges::count_if(
      steps, [](const Step& step) { return is_first(step.task.why) && !step.read; }));
}

std::size_t highest_number(std::span<const Step> steps) {
  std::size_t highest = 1;
  for (const auto& step : steps) {
    highest = std::max(highest, step.number);
  }
  return highest;
}

std::vector<Answered> answered_in(std::span<const Step> steps) {
  std::vector<Answered> answered;
  for (const auto& step : steps) {
    if (step.answered) {
      answered.push_back({*step.event, step.task.item, step.task.why, step.task.section});
    }
  }
  return answered;
}

}  // namespace pith::session
