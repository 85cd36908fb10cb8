// What an answer denies, skips or takes back: which points are not affirmed where.
#pragma once

#include <string_view>
#include <vector>

#include "grading/grade.h"
#include "grading/stretches/heard.h"

namespace pith::grading {

/// Why a stretch is no evidence for a target.
struct Void {
  Range grains;           ///< Windows that touch it do not count.
  std::string_view code;  ///< reason::kRejected, kReversed, kSkipped or kRetracted.
  Range cue;              ///< The word that says so.
  Range opposite;         ///< For a reversal: the point's word, in grains of its wording.
  const Wording* wording = nullptr;  ///< For a reversal: where that word stands.
};

/// A stretch that something is said against, whatever it is about.
struct Denial {
  Range grains;           ///< All that the denial bears on.
  Range topic;            ///< Where it names what it denies.
  Cue cue = Cue::negate;  ///< The kind of word that says so.

  /// Said to be of no use rather than not to be so.
  [[nodiscard]] bool dismisses() const { return cue == Cue::needless || is_judgement(cue); }
};

/// What of an answer does not count.
struct Polarity {
  std::vector<std::vector<Void>> voids;  ///< By target: the stretches that do not count for it.
  std::vector<Denial> denials;
};

/// What the answer denies, skips, takes back and turns round, and for which points.
[[nodiscard]] Polarity polarity_of(const Heard& heard);

}  // namespace pith::grading
