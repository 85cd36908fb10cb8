// The expected score of what was known, day by day. Internal to this folder.
#pragma once

#include <span>
#include <vector>

#include "memory/fsrs.h"
#include "statistics/statistics.h"
#include "statistics/walk.h"

namespace pith::statistics {

/// Evenly spaced days from `first` to `today`, at most kSampledDays, the last one `today`.
[[nodiscard]] std::vector<memory::StudyDay> sampled_days(memory::StudyDay first,
                                                         memory::StudyDay today);
inline constexpr int kSampledDays = 27;

class ScoreOverTime {
 public:
  ScoreOverTime(std::vector<memory::StudyDay> days, const memory::Parameters& parameters);

  /// Begins an item; `weights` of its points as they stand in its StudyItem, 0 for one that no deck
  /// has any more, and `total` of all points of the deck's item.
  void begin(std::vector<double> weights, double total);
  void change(const Change& change);
  /// Ends it with the memories that are left.
  void end(std::span<const memory::PointMemory> memories);

  /// What another one, of the same days, added of other items.
  void merge(const ScoreOverTime& other);
  void write(Statistics& into) const;

 private:
  void count_until(std::size_t point, const memory::PointMemory& memory,
                   std::optional<memory::StudyDay> day);

  std::vector<memory::StudyDay> days_;
  memory::ForgettingCurve curve_;
  std::vector<ScoreOnDay> sums_;
  // Of the present item:
  std::vector<double> weights_;
  double total_ = 0.0;
  std::vector<std::size_t> next_;  ///< By point: the first day that is not counted yet.
  std::vector<double> recalled_;   ///< By day: Σ w R.
  std::vector<bool> known_;        ///< By day.
};

}  // namespace pith::statistics
