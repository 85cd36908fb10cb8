// What was done: days, streak, verdicts, answer times, overruling. Internal to this folder.
#pragma once

#include <span>
#include <unordered_map>
#include <vector>

#include "statistics/statistics.h"
#include "statistics/walk.h"

namespace pith::statistics {

/// What one answer adds.
[[nodiscard]] Effort effort_of(const history::StudyAnswer& answer, std::span<const Step> steps);
/// What its reviews add; `desired` is the retention that the item's deck wants.
[[nodiscard]] Recall recall_of(std::span<const Step> steps, double desired);

/// The streak that `days`, ascending, leave on `today`.
[[nodiscard]] Streak streak_of(std::span<const memory::StudyDay> days, memory::StudyDay today);

class Activity {
 public:
  Activity(memory::StudyDay today, std::optional<memory::StudyDay> since)
      : today_(today), since_(since) {}

  void add(const history::StudyAnswer& answer, std::span<const Step> steps, const Effort& effort,
           const Recall& recall);
  /// What another one added of other answers.
  void merge(const Activity& other);
  void write(Statistics& into);

 private:
  void add_verdicts(const history::StudyAnswer& answer, std::span<const Step> steps);

  memory::StudyDay today_;
  std::optional<memory::StudyDay> since_;
  std::unordered_map<int, DayFigures> days_;  ///< By day number, of the whole log.
  std::array<std::int64_t, 4> verdicts_{};
  GraderFigures grader_;
  std::vector<double> seconds_;
};

}  // namespace pith::statistics
