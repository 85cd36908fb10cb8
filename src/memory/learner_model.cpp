#include "memory/learner_model.h"

#include <algorithm>

#include "memory/floor.h"

namespace pith::memory {
namespace {

using std::chrono::days;

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

}  // namespace

LearnerModel::LearnerModel(std::span<const PlannedItem> items, const Journey& journey)
    : planned_(items), journey_(&journey), curve_(journey.parameters) {
  const auto& w = journey.parameters;
  for (std::size_t g = 0; g < first_stability_.size(); ++g) {
    first_stability_[g] = g == 0 ? stability_if_repeated(w, w[g]) : w[g];
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

double LearnerModel::recall(const Point& point, StudyDay day, double extra_days) const {
  return point.state ? curve_.retrievability(
                           std::max(days_between(point.last_review, day) + extra_days, 0.0),
                           point.state->stability)
                     : 0;
}

double LearnerModel::true_recall(const Point& point, StudyDay day) const {
  return point.state ? curve_.retrievability(
                           std::max(days_between(point.last_review, day), 0.0) / endurance_,
                           point.state->stability)
                     : 0;
}

double LearnerModel::recall_at_end(double stability, StudyDay day) const {
  return curve_.retrievability(days_between(day, journey_->on), stability);
}

void LearnerModel::look_ahead(Point& point) const {
  point.at_end = recall(point, journey_->on);
  point.outlook = outlook_of(journey_->parameters, *point.state);
}

bool LearnerModel::score_is_due(std::size_t item, StudyDay day) const {
  double score = 0;
  for (const auto& point : points_of(items_[item])) {
    score += point.weight * recall(point, day, kRounding);
  }
  const auto& options = planned_[item].options;
  return score <= options.desired_retention * items_[item].weight ||
         days_between(*items_[item].last_review, day) >= options.maximum_interval;
}

bool LearnerModel::is_at_floor(const Point& point, double floor, StudyDay day) const {
  return recall(point, day, kRounding) <= floor;
}

bool LearnerModel::is_due(std::size_t item, StudyDay day) const {
  const auto floor = floor_of(planned_[item].options);
  return score_is_due(item, day) ||
         std::ranges::any_of(points_of(items_[item]),
                             [&](const Point& point) { return is_at_floor(point, floor, day); });
}

std::optional<StudyDay> LearnerModel::next_due(std::size_t item) const {
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

Rating LearnerModel::drawn(const Point& point, StudyDay day, std::mt19937_64& random) const {
  const auto& habits = journey_->habits;
  if (!point.state) {
    return *rating_numbered(1 + static_cast<int>(drawn_index(habits.first, random)));
  }
  return uniform(random) < true_recall(point, day)
             ? *rating_numbered(2 + static_cast<int>(drawn_index(habits.recalled, random)))
             : Rating::again;
}

void LearnerModel::review(Point& point, StudyDay day, Rating rating) const {
  const auto& parameters = journey_->parameters;
  const auto elapsed = days_between(point.last_review, day);
  point.state = point.state
                    ? later_review(parameters, curve_, *point.state, std::max(elapsed, 0.0), rating)
                    : first_review(parameters, rating);
  point.last_review = day;
  point.answered = true;
  if (rating == Rating::again) {
    point.state = later_review(parameters, curve_, *point.state, 0, Rating::good);
  }
  look_ahead(point);
}

double LearnerModel::answer(const GoalTask& task, StudyDay day, std::mt19937_64& random) {
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

std::size_t LearnerModel::known_items() const {
  return static_cast<std::size_t>(
      std::ranges::count_if(items_, [](const Item& item) { return item.last_review.has_value(); }));
}

double LearnerModel::final_score(std::size_t item) const {
  double score = 0;
  for (const auto& point : points_of(items_[item])) {
    score += point.weight * true_recall(point, journey_->on);
  }
  return items_[item].weight > 0 ? score / items_[item].weight : 0;
}

}  // namespace pith::memory
