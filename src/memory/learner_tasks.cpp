// What a LearnerModel is asked on a day.
#include <algorithm>
#include <utility>

#include "memory/floor.h"
#include "memory/learner_model.h"

namespace pith::memory {
namespace {

/// A gain of the final score that is worth an answer.
constexpr double kLeastGain = 1e-3;

double gain_per_second(const GoalTask& task) {
  return task.gain / task.seconds;
}

/// The best tasks for their time, as many as there is room for.
std::vector<GoalTask> cut(std::vector<GoalTask> tasks, double seconds) {
  std::stable_sort(tasks.begin(), tasks.end(), [](const GoalTask& a, const GoalTask& b) {
    return gain_per_second(a) > gain_per_second(b);
  });
  std::vector<GoalTask> chosen;
  for (auto& task : tasks) {
    if (task.seconds <= seconds) {
      seconds -= task.seconds;
      chosen.push_back(std::move(task));
    }
  }
  return chosen;
}

}  // namespace

bool LearnerModel::may_be_asked(std::size_t item, StudyDay day) const {
  const auto& not_before = planned_[item].not_before;
  return items_[item].begin != items_[item].end && !(not_before && *not_before > day);
}

double LearnerModel::gain_if_new(StudyDay day) const {
  double gain = 0;
  for (std::size_t g = 0; g < first_stability_.size(); ++g) {
    gain += journey_->habits.first[g] * recall_at_end(first_stability_[g], day);
  }
  return gain;
}

double LearnerModel::seconds_if_missed(double chance) const {
  const auto& pace = journey_->habits.pace;
  return pace.point + chance * pace.seconds(1);
}

double LearnerModel::seconds_of(const Point& point, StudyDay day) const {
  return seconds_if_missed(point.state ? 1 - recall(point, day) : journey_->habits.first.front());
}

LearnerModel::Prospect LearnerModel::prospect_of(const Point& point, StudyDay day) const {
  if (!point.state) {
    return {gain_if_new(day), seconds_of(point, day)};
  }
  const auto now = recall(point, day);
  if (point.last_review >= day) {
    return {0, seconds_if_missed(1 - now)};
  }
  const auto& w = journey_->parameters;
  const auto good = stability_if_good(w, point.outlook, now);
  const auto again = stability_if_repeated(w, stability_if_again(w, point.outlook, now));
  return {now * recall_at_end(good, day) + (1 - now) * recall_at_end(again, day) - point.at_end,
          seconds_if_missed(1 - now)};
}

LearnerModel::Prospect LearnerModel::known_prospect_of(const Point& point, StudyDay day) const {
  if (!point.answered && foreseen_) {
    const auto before = static_cast<std::size_t>((day - journey_->today).count());
    const auto at = before * points_.size() + static_cast<std::size_t>(&point - points_.data());
    if (at < foreseen_->size()) {
      return (*foreseen_)[at];
    }
  }
  return prospect_of(point, day);
}

void LearnerModel::foresee() {
  constexpr std::size_t kMost = 4'000'000;  // of 16 bytes each
  std::vector<Prospect> prospects;
  for (auto day = journey_->today; day < journey_->on && prospects.size() + points_.size() <= kMost;
       day += std::chrono::days{1}) {
    for (const auto& point : points_) {
      prospects.push_back(prospect_of(point, day));
    }
  }
  foreseen_ = std::make_shared<const std::vector<Prospect>>(std::move(prospects));
}

/// The points of an item that together win most for their time.
std::optional<GoalTask> LearnerModel::best_part(std::size_t item, StudyDay day) const {
  struct Choice {
    Prospect prospect;
    std::size_t index = 0;
  };
  std::vector<Choice> choices;
  choices.reserve(items_[item].end - items_[item].begin);
  for (const auto& point : points_of(items_[item])) {
    const auto [gain, seconds] = known_prospect_of(point, day);
    choices.push_back({{point.weight * gain / items_[item].weight, seconds}, point.index});
  }
  std::ranges::stable_sort(
      choices, [](const Choice& a, const Choice& b) { return a.prospect.gain > b.prospect.gain; });
  GoalTask task{item, {}, 0, journey_->habits.pace.question};
  for (const auto& [prospect, index] : choices) {
    if (prospect.gain <= 0 || prospect.gain * task.seconds < task.gain * prospect.seconds) {
      break;
    }
    task.asked.push_back(index);
    task.gain += prospect.gain;
    task.seconds += prospect.seconds;
  }
  std::ranges::sort(task.asked);
  return task.gain < kLeastGain ? std::nullopt : std::optional(std::move(task));
}

std::vector<GoalTask> LearnerModel::best_tasks(StudyDay day, double seconds) const {
  std::vector<GoalTask> tasks;
  for (std::size_t i = 0; i < items_.size(); ++i) {
    if (may_be_asked(i, day)) {
      if (auto task = best_part(i, day)) {
        tasks.push_back(std::move(*task));
      }
    }
  }
  return cut(std::move(tasks), seconds);
}

/// What a review asks of an item that is due; the gain is the loss it wins back that day.
GoalTask LearnerModel::due_part(std::size_t item, StudyDay day) const {
  const auto floor = floor_of(planned_[item].options);
  const bool whole = score_is_due(item, day);
  GoalTask task{item, {}, 0, journey_->habits.pace.question};
  for (const bool all : {whole, true}) {
    for (const auto& point : points_of(items_[item])) {
      if (all || is_at_floor(point, floor, day)) {
        task.asked.push_back(point.index);
        task.gain += point.weight * (1 - recall(point, day)) / items_[item].weight;
        task.seconds += seconds_of(point, day);
      }
    }
    if (!task.asked.empty()) {
      break;
    }
  }
  return task;
}

std::vector<GoalTask> LearnerModel::due_tasks(StudyDay day) const {
  std::vector<GoalTask> tasks;
  for (std::size_t i = 0; i < items_.size(); ++i) {
    const auto& item = items_[i];
    if (item.last_review && item.due && *item.due <= day && may_be_asked(i, day)) {
      tasks.push_back(due_part(i, day));
    }
  }
  return tasks;
}

void LearnerModel::add_new_tasks(StudyDay day, std::vector<GoalTask>& tasks) const {
  auto room = journey_->new_per_day;
  if (day == journey_->today) {
    for (std::size_t deck = 0; deck < journey_->introduced.size(); ++deck) {
      room.at(deck) -= journey_->introduced[deck];
    }
  }
  for (std::size_t i = 0; i < items_.size(); ++i) {
    if (!items_[i].last_review && may_be_asked(i, day) && room.at(planned_[i].deck) > 0) {
      --room[planned_[i].deck];
      GoalTask task{i, {}, 1, journey_->habits.pace.question};
      for (const auto& point : points_of(items_[i])) {
        task.asked.push_back(point.index);
        task.seconds += seconds_of(point, day);
      }
      tasks.push_back(std::move(task));
    }
  }
}

std::vector<GoalTask> LearnerModel::scheduled_tasks(StudyDay day, double seconds) const {
  auto tasks = cut(due_tasks(day), seconds);
  for (const auto& task : tasks) {
    seconds -= task.seconds;
  }
  std::vector<GoalTask> fresh;
  add_new_tasks(day, fresh);
  for (auto& task : cut(std::move(fresh), seconds)) {
    tasks.push_back(std::move(task));
  }
  return tasks;
}

}  // namespace pith::memory
