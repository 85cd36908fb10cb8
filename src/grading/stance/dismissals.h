// What a detail says is not done, beside what it says is: "wait, do not fill the gap", "ask what
// they did rather than what they would do".
#pragma once

#include <vector>

#include "grading/stretches/targets.h"

namespace pith::grading {

/// The parts of a wording, behind the words that dismiss them, each up to the end of its clause.
/// None of a wording that only names its point, nor of a clause that tells a case or a bound.
[[nodiscard]] std::vector<Range> dismissed_in(const Wording& wording);

}  // namespace pith::grading
