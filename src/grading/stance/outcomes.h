// What comes of doing otherwise: whoever tells it tells why a point is right.
#pragma once

#include <span>

#include "grading/stretches/segments.h"

namespace pith::grading {

/// Whether a consequence (就, 才) begins in the range that does more than approve (就行, 才对).
[[nodiscard]] bool follows_in(std::span<const Mark> marks, const Range& range);

/// Whether a stretch tells what comes of something: 大批量进货会积压, "training before you eat
/// makes you dizzy".
[[nodiscard]] bool tells_what_comes(const Passage& passage, const Range& range);

}  // namespace pith::grading
