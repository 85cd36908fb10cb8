// A model of the learner on the way to a day that matters: what is remembered, what is asked on
// each day before it, and how answers turn out. Memory follows FSRS; nothing else is forgotten or
// known.
#pragma once

#include <array>
#include <cstddef>
#include <memory>
#include <optional>
#include <random>
#include <span>
#include <vector>

#include "memory/due.h"
#include "memory/habits.h"

namespace pith::memory {

/// An item, as a plan sees it.
struct PlannedItem {
  ScheduledItem item;
  SchedulingOptions options;
  std::optional<StudyDay> due;         ///< Empty: new.
  std::optional<StudyDay> not_before;  ///< Put off by the learner until then.
  std::size_t deck = 0;                ///< Index into Journey::new_per_day.
};

/// From today to the day that matters, on which nothing is reviewed any more.
struct Journey {
  StudyDay today;
  StudyDay on;  ///< After today.
  Parameters parameters = kDefaultParameters;
  Habits habits;
  std::vector<int> new_per_day;  ///< By deck; a plan for the day is not bound by it.
  double doubt = 0;              ///< About the parameters; see doubt.h.
  /// By deck: how many of today's new items were asked already; empty: none.
  std::vector<int> introduced{};
};

/// What to ask of an item on a day.
struct GoalTask {
  std::size_t item = 0;            ///< Index into the items.
  std::vector<std::size_t> asked;  ///< Indices of its points, ascending, at least one.
  double gain = 0;     ///< Of the item's expected score on the day that matters, in [0, 1].
  double seconds = 0;  ///< Expected, a repeat of each point that is missed included.
};

/// Copied for each simulation. Items and journey must outlive it.
class LearnerModel {
 public:
  LearnerModel(std::span<const PlannedItem> items, const Journey& journey);

  /// From now on the learner remembers everything `factor` (> 0) times as long as the parameters
  /// say. Those who choose what to ask do not know it.
  void remember_longer(double factor) { endurance_ = factor; }

  /// Works out what can be known of best_tasks() on days to come, as far as there is room for it:
  /// worth its time where many copies are to be asked for many days. Nothing turns out differently.
  void foresee();

  /// The answers of `day` (>= today) that win most of the final score for their time, the best
  /// first, as many as `seconds` have room for. Only points are asked that are worth their time.
  [[nodiscard]] std::vector<GoalTask> best_tasks(StudyDay day, double seconds) const;

  /// What a review asks on `day`: what is due, the largest loss for its time first, then new items;
  /// as many as `seconds` have room for.
  [[nodiscard]] std::vector<GoalTask> scheduled_tasks(StudyDay day, double seconds) const;

  /// Answers on `day`, with an outcome drawn from `random` for each point; what is missed is
  /// repeated. Gives the seconds it took.
  double answer(const GoalTask& task, StudyDay day, std::mt19937_64& random);

  /// How many items were ever asked.
  [[nodiscard]] std::size_t known_items() const;

  /// The item's expected score if nothing more is answered, in [0, 1].
  [[nodiscard]] double final_score(std::size_t item) const;

 private:
  struct Point {
    std::size_t index = 0;  ///< In its item.
    double weight = 1;
    std::optional<MemoryState> state{};
    StudyDay last_review{};
    double at_end = 0;      ///< Retrievability on the day that matters.
    Outlook outlook{};      ///< With a state.
    bool answered = false;  ///< By this model.
  };
  /// What asking for a point on a day promises.
  struct Prospect {
    double gain = 0;     ///< Of its recall on the day that matters.
    double seconds = 0;  ///< Added to an answer, with a repeat as likely as it is missed.
  };
  /// Its points that are not suspended are points_[begin, end).
  struct Item {
    std::size_t begin = 0;
    std::size_t end = 0;
    double weight = 0;
    std::optional<StudyDay> last_review{};  ///< Empty: new.
    std::optional<StudyDay> due{};          ///< Empty: new, or not before the day that matters.
  };

  [[nodiscard]] std::span<const Point> points_of(const Item& item) const {
    return std::span(points_).subspan(item.begin, item.end - item.begin);
  }
  [[nodiscard]] bool may_be_asked(std::size_t item, StudyDay day) const;
  [[nodiscard]] double recall(const Point& point, StudyDay day, double extra_days = 0) const;
  [[nodiscard]] double true_recall(const Point& point, StudyDay day) const;
  [[nodiscard]] double recall_at_end(double stability, StudyDay day) const;
  [[nodiscard]] Prospect prospect_of(const Point& point, StudyDay day) const;
  [[nodiscard]] Prospect known_prospect_of(const Point& point, StudyDay day) const;
  [[nodiscard]] double gain_if_new(StudyDay day) const;
  [[nodiscard]] double seconds_if_missed(double chance) const;
  [[nodiscard]] double seconds_of(const Point& point, StudyDay day) const;
  [[nodiscard]] std::optional<GoalTask> best_part(std::size_t item, StudyDay day) const;
  [[nodiscard]] GoalTask due_part(std::size_t item, StudyDay day) const;
  [[nodiscard]] std::vector<GoalTask> due_tasks(StudyDay day) const;
  void add_new_tasks(StudyDay day, std::vector<GoalTask>& tasks) const;
  [[nodiscard]] bool is_at_floor(const Point& point, double floor, StudyDay day) const;
  [[nodiscard]] bool is_due(std::size_t item, StudyDay day) const;
  [[nodiscard]] bool score_is_due(std::size_t item, StudyDay day) const;
  [[nodiscard]] std::optional<StudyDay> next_due(std::size_t item) const;
  [[nodiscard]] Rating drawn(const Point& point, StudyDay day, std::mt19937_64& random) const;
  void review(Point& point, StudyDay day, Rating rating) const;
  void look_ahead(Point& point) const;

  std::span<const PlannedItem> planned_;
  const Journey* journey_;
  ForgettingCurve curve_;
  std::array<double, 4> first_stability_{};  ///< By first rating, after repeats on that day.
  double endurance_ = 1;
  std::vector<Point> points_;
  std::vector<Item> items_;
  /// Of points that were not answered, day after day from today; shared by copies.
  std::shared_ptr<const std::vector<Prospect>> foreseen_{};
};

}  // namespace pith::memory
