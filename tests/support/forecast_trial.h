// One trial of a forecast: a simulated learner studies for some weeks, a forecast is made from what
// was heard of them, the weeks until the day pass, and their true score is looked up.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "memory/doubt.h"
#include "memory/evaluation.h"
#include "memory/optimizer.h"
#include "memory/plan.h"
#include "memory/review_log.h"
#include "support/simulated_learner.h"

namespace pith::test {

/// What the forecast takes for the learner's parameters.
enum class Belief {
  truth,     ///< Their true ones, without doubt.
  defaults,  ///< The default ones, nothing having been fitted.
  fitted     ///< Those fitted to the log; the default ones before.
};

struct TrialOptions {
  Nature nature{};
  std::size_t items = 40;
  std::size_t points = 3;
  int new_per_day = 2;
  int days_before = 40;
  int days_ahead = 20;
  memory::Policy policy = memory::Policy::schedule;
  double seconds_a_day = 24 * 3600;
  Belief belief = Belief::truth;
  int runs = 0;  ///< Of the forecast; 0: as pith plan does.
};

struct Trial {
  memory::Range forecast;
  double truth = 0;

  [[nodiscard]] bool hit() const { return forecast.low <= truth && truth <= forecast.high; }
};

class ForecastTrial {
 public:
  ForecastTrial(const TrialOptions& options, std::uint64_t seed)
      : options_(options),
        learner_(options.nature, seed),
        believed_(options.belief == Belief::truth ? options.nature.truth
                                                  : memory::kDefaultParameters) {
    for (std::size_t i = 0; i < options.items; ++i) {
      memory::PlannedItem planned;
      planned.item.id = "d/" + std::to_string(learner_.add_item(options.points));
      for (std::size_t p = 0; p < options.points; ++p) {
        planned.item.points.push_back({.id = "p" + std::to_string(p)});
      }
      items_.push_back(std::move(planned));
    }
  }

  [[nodiscard]] Trial run(std::uint64_t seed) {
    const auto today = memory::day_numbered(options_.days_before);
    const auto on = today + std::chrono::days{options_.days_ahead};
    for (auto day = memory::day_numbered(0); day < today; day += std::chrono::days{1}) {
      study(day, on, memory::Policy::schedule, 24 * 3600);
    }
    if (options_.belief != Belief::truth) {
      learn_parameters();
    }
    Trial trial;
    trial.forecast = memory::forecast(items_, journey(today, on), options_.policy,
                                      options_.seconds_a_day, {seed, options_.runs})
                         .score;
    for (auto day = today; day < on; day += std::chrono::days{1}) {
      study(day, on, options_.policy, options_.seconds_a_day);
    }
    for (std::size_t i = 0; i < items_.size(); ++i) {
      trial.truth += learner_.score(i, on) / static_cast<double>(items_.size());
    }
    return trial;
  }

 private:
  [[nodiscard]] memory::Journey journey(memory::StudyDay today, memory::StudyDay on) const {
    return {today, on, believed_, options_.nature.habits, {options_.new_per_day}, doubt_};
  }

  void study(memory::StudyDay day, memory::StudyDay on, memory::Policy policy, double seconds) {
    const auto road = journey(day, on);
    const memory::LearnerModel learner(items_, road);
    for (const auto& task : policy == memory::Policy::goal
                                ? learner.best_tasks(day, seconds)
                                : learner.scheduled_tasks(day, seconds)) {
      auto& planned = items_[task.item];
      const auto heard = learner_.ask(task.item, task.asked, day);
      for (const auto& [point, rating] : heard) {
        note(task.item, point, day, rating);
      }
      take_in(planned.item, heard, day, believed_);
      planned.due = memory::next_due(planned.item, believed_, planned.options)->day;
    }
  }

  void note(std::size_t item, std::size_t point, memory::StudyDay day, memory::Rating rating) {
    const auto card = static_cast<std::int64_t>(item * options_.points + point);
    log_.push_back({card, static_cast<std::int64_t>(log_.size()), memory::day_number(day), rating});
    if (rating == memory::Rating::again) {
      log_.push_back({card, static_cast<std::int64_t>(log_.size()), memory::day_number(day),
                      memory::Rating::good});
    }
  }

  /// Fits them if that is to be, and replays the log under them.
  void learn_parameters() {
    const memory::ReviewLog log(log_);
    if (options_.belief == Belief::fitted) {
      believed_ = memory::fit(log).parameters;
    }
    doubt_ = memory::doubt_about(memory::predictions(log, believed_), believed_);
    for (auto& planned : items_) {
      for (auto& point : planned.item.points) {
        point.memory = {};
      }
    }
    for (const auto& review : log_) {
      const auto card = static_cast<std::size_t>(review.card);
      auto& memory = items_[card / options_.points].item.points[card % options_.points].memory;
      const auto day = memory::day_numbered(review.day);
      const bool again = memory.state && memory.last_review == day;
      memory = memory::apply(memory, {.day = day, .rating = review.rating, .relearning = again},
                             believed_);
    }
    for (auto& planned : items_) {
      if (const auto due = memory::next_due(planned.item, believed_, planned.options)) {
        planned.due = due->day;
      }
    }
  }

  TrialOptions options_;
  SimulatedLearner learner_;
  memory::Parameters believed_;
  double doubt_ = 0;
  std::vector<memory::PlannedItem> items_;
  std::vector<memory::LoggedReview> log_;
};

}  // namespace pith::test
