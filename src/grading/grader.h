// Scores an answer against an item's key points, and says why. Pure: the same arguments give the
// same result on every machine, and any number of threads may call it. Knows no clock, file,
// terminal, database or setting.
#pragma once

#include <memory>
#include <span>
#include <string_view>

#include "deck/item.h"
#include "grading/encoder.h"
#include "grading/grade.h"

namespace pith::grading {

/// Of the grader's behaviour: raised when verdicts change.
inline constexpr std::string_view kGraderVersion = "37";

/// Bytes of an answer that are graded at most; what goes beyond is not read, and Grade::cut says
/// so.
inline constexpr std::size_t kLongestAnswer = std::size_t{64} * 1024;

struct Options {
  bool use_accept = true;  ///< False: ignore Point::accept (to tell the grader's merit).
  const SentenceEncoder* encoder = nullptr;  ///< Not owned; empty: by words alone.
};

/// An item made ready for grading many answers. Immutable; any number of threads may grade with it.
class PreparedItem {
 public:
  /// Copies what it needs of the item. Throws std::invalid_argument if a wording names no point.
  explicit PreparedItem(const deck::Item& item, Options options = {},
                        std::span<const LearnedWording> learned = {});
  ~PreparedItem();
  PreparedItem(PreparedItem&&) noexcept;
  PreparedItem& operator=(PreparedItem&&) noexcept;

  /// Grades `answer`; an empty one misses every point. Time grows with |answer| x |points|. Throws
  /// std::invalid_argument if `answer` is not UTF-8.
  [[nodiscard]] Grade grade(std::string_view answer) const;

 private:
  struct Impl;
  std::unique_ptr<const Impl> impl_;
};

/// Prepares the item and grades one answer.
[[nodiscard]] Grade grade(const deck::Item& item, std::string_view answer, Options options = {},
                          std::span<const LearnedWording> learned = {});

}  // namespace pith::grading
