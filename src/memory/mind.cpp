#include "memory/mind.h"

#include <algorithm>
#include <cmath>

#include "memory/floor.h"

namespace pith::memory {
namespace {

using std::chrono::days;

/// A gain of the final score that is worth an answer.
constexpr double kLeastGain = 1e-3;
/// Intervals are rounded half up: what is due half a day later is due on the day.
constexpr double kRounding = 0.5;

double days_between(StudyDay from, StudyDay to) {
  return static_cast<double>((to - from).count());
}

double uniform(std::mt19937_64& random) {
  return static_cast<double>(random() >> 11U) * 0x1p-53;
}

template <std::size_t N>
std::size_t drawn_index(const std::array<double, N>& shares, std::mt19937_64& random) {
  auto left = uniform(random);
  std::size_t i = 0;
  while (i + 1 < N && left >= shares[i]) {
    left -= shares[i++];
  }
  return i;
}

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

Mind::Mind(std::span<const PlannedItem> items, const Journey& journey)
    : planned_(items), journey_(&journey), curve_(journey.parameters) {
  const auto& w = journey.parameters;
  relearning_ = std::exp(w[17] * w[18]);
  for (std::size_t g = 0; g < first_stability_.size(); ++g) {
    first_stability_[g] = g == 0 ? relearned(w[g]) : w[g];
  }
  for (const auto& planned : items) {
    Item item{.begin = points_.size(), .due = planned.due};
    for (std::size_t i = 0; i < planned.item.points.size(); ++i) {
      const auto& from = planned.item.points[i];
      if (from.suspended) {
        continue;
      }
      Point point{i, from.weight, from.memory.state, from.memory.last_review};
      if (point.state) {
        item.last_review =
            std::max(item.last_review.value_or(point.last_review), point.last_review);
        look_ahead(point);
      }
      item.weight += point.weight;
      points_.push_back(point);
    }
    item.end = points_.size();
    items_.push_back(item);
  }
}

bool Mind::may_be_asked(std::size_t item, StudyDay day) const {
  const auto& not_before = planned_[item].not_before;
  return items_[item].begin != items_[item].end && !(not_before && *not_before > day);
}

double Mind::recall(const Point& point, StudyDay day, double extra_days) const {
  return point.state ? curve_.retrievability(
                           std::max(days_between(point.last_review, day) + extra_days, 0.0),
                           point.state->stability)
                     : 0;
}

double Mind::true_recall(const Point& point, StudyDay day) const {
  return point.state ? curve_.retrievability(
                           std::max(days_between(point.last_review, day), 0.0) / endurance_,
                           point.state->stability)
                     : 0;
}

/// After a repeat on the same day that went well.
double Mind::relearned(double stability) const {
  const auto factor = relearning_ * std::pow(stability, -journey_->parameters[19]);
  return std::min(stability * std::max(factor, 1.0), kMaxStability);
}

double Mind::recall_at_end(double stability, StudyDay day) const {
  return curve_.retrievability(days_between(day, journey_->on), stability);
}

void Mind::look_ahead(Point& point) const {
  const auto& w = journey_->parameters;
  const auto [stability, difficulty] = *point.state;
  point.at_end = recall(point, journey_->on);
  point.growth = std::exp(w[8]) * (11 - difficulty) * std::pow(stability, 1 - w[9]);
  point.lapse = w[11] * std::pow(difficulty, -w[12]) * (std::pow(stability + 1, w[13]) - 1);
  point.lapse_cap = stability / relearning_;
}

/// How much an answer on `day` is expected to raise the point's recall on the day that matters.
double Mind::gain_of(const Point& point, StudyDay day) const {
  if (!point.state) {
    double gain = 0;
    for (std::size_t g = 0; g < first_stability_.size(); ++g) {
      gain += journey_->habits.first[g] * recall_at_end(first_stability_[g], day);
    }
    return gain;
  }
  if (point.last_review >= day) {
    return 0;
  }
  const auto& w = journey_->parameters;
  const auto now = recall(point, day);
  const auto good = point.state->stability + point.growth * std::expm1(w[10] * (1 - now));
  const auto again = std::min(point.lapse * std::exp(w[14] * (1 - now)), point.lapse_cap);
  return now * recall_at_end(std::min(good, kMaxStability), day) +
         (1 - now) * recall_at_end(relearned(std::max(again, kMinStability)), day) - point.at_end;
}

/// The points of an item that together win most for their time.
std::optional<GoalTask> Mind::best_part(std::size_t item, StudyDay day) const {
  const auto& pace = journey_->habits.pace;
  const auto points = points_of(items_[item]);
  std::vector<std::pair<double, const Point*>> gains;
  for (const auto& point : points) {
    gains.emplace_back(point.weight * gain_of(point, day) / items_[item].weight, &point);
  }
  std::ranges::stable_sort(gains, [](const auto& a, const auto& b) { return a.first > b.first; });
  GoalTask task{item, {}, 0, pace.question};
  for (const auto& [gain, point] : gains) {
    const auto missed =
        1 - (point->state ? recall(*point, day) : 1 - journey_->habits.first.front());
    const auto seconds = pace.point + missed * pace.seconds(1);
    if (gain <= 0 || gain * task.seconds < task.gain * seconds) {
      break;
    }
    task.asked.push_back(point->index);
    task.gain += gain;
    task.seconds += seconds;
  }
  std::ranges::sort(task.asked);
  return task.gain < kLeastGain ? std::nullopt : std::optional(std::move(task));
}

std::vector<GoalTask> Mind::best_tasks(StudyDay day, double seconds) const {
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

bool Mind::score_is_due(std::size_t item, StudyDay day) const {
  double score = 0;
  for (const auto& point : points_of(items_[item])) {
    score += point.weight * recall(point, day, kRounding);
  }
  const auto& options = planned_[item].options;
  return score <= options.desired_retention * items_[item].weight ||
         days_between(*items_[item].last_review, day) >= options.maximum_interval;
}

bool Mind::is_due(std::size_t item, StudyDay day) const {
  const auto floor = floor_of(planned_[item].options);
  return score_is_due(item, day) ||
         std::ranges::any_of(points_of(items_[item]), [&](const Point& point) {
           return recall(point, day, kRounding) <= floor;
         });
}

std::optional<StudyDay> Mind::next_due(std::size_t item) const {
  auto late = journey_->on - days{1};
  auto early = *items_[item].last_review;
  if (early >= late || !is_due(item, late)) {
    return std::nullopt;
  }
  while (late - early > days{1}) {
    const auto middle = early + (late - early) / 2;
    (is_due(item, middle) ? late : early) = middle;
  }
  return late;
}

/// What a review asks of an item that is due; the gain is the loss it wins back that day.
GoalTask Mind::due_part(std::size_t item, StudyDay day) const {
  const auto floor = floor_of(planned_[item].options);
  const bool whole = score_is_due(item, day);
  GoalTask task{item, {}, 0, 0};
  for (const bool all : {whole, true}) {
    for (const auto& point : points_of(items_[item])) {
      if (all || recall(point, day, kRounding) <= floor) {
        task.asked.push_back(point.index);
        task.gain += point.weight * (1 - recall(point, day)) / items_[item].weight;
      }
    }
    if (!task.asked.empty()) {
      break;
    }
  }
  task.seconds = journey_->habits.pace.seconds(task.asked.size());
  return task;
}

std::vector<GoalTask> Mind::due_tasks(StudyDay day) const {
  std::vector<GoalTask> tasks;
  for (std::size_t i = 0; i < items_.size(); ++i) {
    const auto& item = items_[i];
    if (item.last_review && item.due && *item.due <= day && may_be_asked(i, day)) {
      tasks.push_back(due_part(i, day));
    }
  }
  return tasks;
}

void Mind::add_new_tasks(StudyDay day, std::vector<GoalTask>& tasks) const {
  auto room = journey_->new_per_day;
  if (day == journey_->today) {
    for (std::size_t deck = 0; deck < journey_->introduced.size(); ++deck) {
      room.at(deck) -= journey_->introduced[deck];
    }
  }
  for (std::size_t i = 0; i < items_.size(); ++i) {
    if (!items_[i].last_review && may_be_asked(i, day) && room.at(planned_[i].deck) > 0) {
      --room[planned_[i].deck];
      GoalTask task{i, {}, 1, 0};
      for (const auto& point : points_of(items_[i])) {
        task.asked.push_back(point.index);
      }
      task.seconds = journey_->habits.pace.seconds(task.asked.size());
      tasks.push_back(std::move(task));
    }
  }
}

std::vector<GoalTask> Mind::scheduled_tasks(StudyDay day, double seconds) const {
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

Rating Mind::drawn(const Point& point, StudyDay day, std::mt19937_64& random) const {
  const auto& habits = journey_->habits;
  if (!point.state) {
    return *rating_numbered(1 + static_cast<int>(drawn_index(habits.first, random)));
  }
  return uniform(random) < true_recall(point, day)
             ? *rating_numbered(2 + static_cast<int>(drawn_index(habits.recalled, random)))
             : Rating::again;
}

void Mind::review(Point& point, StudyDay day, Rating rating) const {
  const auto& parameters = journey_->parameters;
  const auto elapsed = days_between(point.last_review, day);
  point.state = point.state ? later_review(parameters, *point.state, std::max(elapsed, 0.0), rating)
                            : first_review(parameters, rating);
  point.last_review = day;
  if (rating == Rating::again) {
    point.state = later_review(parameters, *point.state, 0, Rating::good);
  }
  look_ahead(point);
}

double Mind::answer(const GoalTask& task, StudyDay day, std::mt19937_64& random) {
  auto& item = items_[task.item];
  std::size_t missed = 0;
  for (auto i = item.begin; i < item.end; ++i) {
    if (std::ranges::binary_search(task.asked, points_[i].index)) {
      const auto rating = drawn(points_[i], day, random);
      missed += recalled(rating) ? 0U : 1U;
      review(points_[i], day, rating);
    }
  }
  item.last_review = day;
  item.due = next_due(task.item);
  const auto& pace = journey_->habits.pace;
  return pace.seconds(task.asked.size()) + (missed > 0 ? pace.seconds(missed) : 0);
}

std::size_t Mind::known_items() const {
  return static_cast<std::size_t>(
      std::ranges::count_if(items_, [](const Item& item) { return item.last_review.has_value(); }));
}

double Mind::final_score(std::size_t item) const {
  double score = 0;
  for (const auto& point : points_of(items_[item])) {
    score += point.weight * true_recall(point, journey_->on);
  }
  return items_[item].weight > 0 ? score / items_[item].weight : 0;
}

}  // namespace pith::memory
