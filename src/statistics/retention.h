// How often what was learnt was recalled: by age of the memory, against what was foreseen, by time
// of day. Internal to this folder.
#pragma once

#include <span>
#include <vector>

#include "statistics/statistics.h"
#include "statistics/walk.h"

namespace pith::statistics {

class Retention {
 public:
  Retention(memory::StudyDay today, std::optional<memory::StudyDay> since);

  /// `desired` is the retention that the item's deck wants.
  void add(const history::StudyAnswer& answer, std::span<const Step> steps, double desired);
  /// What another one added of other answers.
  void merge(const Retention& other);
  void write(Statistics& into);

 private:
  void add_to_table(const Step& step, const Recall& one);
  void add_to_period(const Step& step, const Recall& one);

  memory::StudyDay today_;
  std::optional<memory::StudyDay> since_;
  std::vector<AgeFigures> ages_;
  std::vector<CalibrationBin> bins_;
  std::vector<HoursFigures> hours_;
  std::vector<RetentionFigures> table_;
  double log_loss_ = 0.0;
};

/// First hour of the band whose recall, compared with what was foreseen, is better than at all
/// other times by more than chance gives; empty if none is.
[[nodiscard]] std::optional<int> best_hours(std::span<const HoursFigures> hours);

}  // namespace pith::statistics
