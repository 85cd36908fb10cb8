// Which points a stretch of an answer speaks of, for or against.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "grading/stance/placed_cues.h"
#include "grading/stretches/heard.h"

namespace pith::grading {

inline constexpr double kRejectedRecall = 0.3;  ///< Of name or detail in a range: it is meant.

class Mentions {
 public:
  /// `topical` is of each grain. Both must outlive this.
  Mentions(const Heard& heard, std::span<const Topical> topical)
      : heard_(heard), topical_(topical) {}

  /// Whether the range has any of the target's name.
  [[nodiscard]] bool names(const Target& target, const Range& range);

  /// Whether the range names any point.
  [[nodiscard]] bool any(const Range& range);

  /// The targets that a denial with this cue speaks of: what the range names to `least` (recall, in
  /// [0, 1]), else the one that it can mean at all. A plain negation means that one only if it
  /// names nothing else.
  [[nodiscard]] std::vector<std::size_t> meant_by(const Range& range, double least, Cue cue);

  /// Whether a range has words of the target's name that another one lacks.
  [[nodiscard]] bool names_more(const Target& target, const Range& range, const Range& than);

  /// Whether all words of topic in the range are words of the target.
  [[nodiscard]] bool names_nothing_else(const Target& target, const Range& range) const;

 private:
  /// Leaves out the points of which there is nothing but words of another one's name, said in full:
  /// "no flow control" is not about `congestion control`.
  void drop_shadowed(std::vector<std::size_t>& meant) const;
  [[nodiscard]] double recall_of(const Target& target) const;

  Heard heard_;
  std::span<const Topical> topical_;
};

}  // namespace pith::grading
