// Mock interviews, as the log has them. Internal to this folder.
#pragma once

#include <cstdint>
#include <optional>
#include <unordered_map>
#include <vector>

#include "statistics/statistics.h"
#include "statistics/walk.h"

namespace pith::statistics {

class Exams {
 public:
  explicit Exams(std::optional<memory::StudyDay> since) : since_(since) {}

  void begin_item() { asked_in_.clear(); }
  /// Only the first answer to an item in a session counts.
  void add(const history::StudyAnswer& answer, double score);
  /// What another one added of other items.
  void merge(const Exams& other);
  void write(Statistics& into, const history::StudyLog& log) const;

 private:
  void add(std::uint32_t session, const ExamFigures& more);

  std::optional<memory::StudyDay> since_;
  std::vector<std::uint32_t> asked_in_;  ///< Sessions that asked the present item.
  std::unordered_map<std::uint32_t, ExamFigures> exams_;
};

}  // namespace pith::statistics
