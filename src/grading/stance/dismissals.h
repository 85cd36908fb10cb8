// What a detail says is not done, beside what it says is: "wait, do not fill the gap", "ask what
// they did rather than what they would do".
#pragma once

#include <span>
#include <vector>

#include "grading/stretches/presence.h"
#include "grading/stretches/targets.h"

namespace pith::grading {

/// The parts of a wording, behind the words that dismiss them, each up to the end of its clause.
/// None of a wording that only names its point, nor of a clause that tells a case or a bound.
[[nodiscard]] std::vector<Range> dismissed_in(const Wording& wording);

/// What a part of a wording weighs, and how much of that a stretch has.
struct Found {
  double weight = 0;
  double present = 0;

  /// [0, 1]
  [[nodiscard]] double share() const { return weight > 0 ? present / weight : 0.0; }
};

/// Of the part of a wording with these occurrences; `presence` looks at the stretch.
[[nodiscard]] Found found_of(const Targets& targets, std::span<const Occurrence> occurrences,
                             const Range& part, const Presence& presence);

}  // namespace pith::grading
