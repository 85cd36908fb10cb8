// Denials that make a condition: they name what something needs, or tell what follows from the lack
// of it. 没有数据就没有模型; "no load test, no release"; 光靠外包可不成.
#pragma once

#include <cstddef>

#include "grading/stance/placed_cues.h"

namespace pith::grading {

/// Whether the cue of polarity number `cue` is a part of a condition, or says that what is named is
/// needed and not enough.
[[nodiscard]] bool is_condition(const PlacedCues& cues, std::size_t cue);

}  // namespace pith::grading
