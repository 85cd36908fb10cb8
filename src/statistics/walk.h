// Goes through the log of an item once, in replay order, and tells what every answer meant.
// Internal to this folder.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "history/study_log.h"
#include "memory/point_memory.h"

namespace pith::statistics {

/// An answer to a point.
struct Step {
  const history::StudyAnswer& answer;
  const history::StudyPoint& point;
  memory::Counts counts;
  bool first = false;              ///< A review of a point that had no memory.
  std::optional<double> recall{};  ///< Retrievability just before; only of a review on a later day.
  int age = 0;                     ///< Days since the last review; only with `recall`.
  double stability = 0.0;          ///< Before; only with `recall`.
};

/// A memory that changes on `day`: it was `before` until then.
struct Change {
  std::size_t point = 0;
  const memory::PointMemory& before;
  memory::StudyDay day;
};

/// Takes what the walk tells.
class Listener {
 public:
  virtual ~Listener() = default;
  virtual void on_answer(const history::StudyAnswer& answer, std::span<const Step> steps) = 0;
  virtual void on_change(const Change& change) = 0;
};

/// Walks through an item's answers; gives the memories of its points afterwards, in the order of
/// StudyItem::points.
[[nodiscard]] std::vector<memory::PointMemory> walk(const history::StudyLog& log,
                                                    const history::StudyItem& item,
                                                    const memory::Parameters& parameters,
                                                    Listener& listener);

}  // namespace pith::statistics
