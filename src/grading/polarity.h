// What an answer denies, skips or takes back: which points are not affirmed where.
#pragma once

#include <span>
#include <vector>

#include "grading/grade.h"
#include "grading/segments.h"
#include "grading/targets.h"

namespace pith::grading {

/// Why a stretch is no evidence for a target.
struct Void {
  Range grains;           ///< Windows that touch it do not count.
  const char* code = "";  ///< reason::kRejected, kReversed or kSkipped.
  Range cue;              ///< The word that says so.
  Range opposite;         ///< For a reversal: the point's word, in grains of its wording.
  const Wording* wording = nullptr;  ///< For a reversal: where that word stands.
};

/// The stretches that do not count, for every target. `presence` is used as scratch.
[[nodiscard]] std::vector<std::vector<Void>> voids_of(const Targets& targets, const Grains& text,
                                                      std::span<const Mark> marks,
                                                      const Segments& segments, Presence& presence);

}  // namespace pith::grading
