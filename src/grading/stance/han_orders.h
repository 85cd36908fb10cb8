// Which of two things comes first, as Chinese tells it: 先 … 后 …, … 之前先 …, … 以后再 ….
#pragma once

#include <optional>

#include "grading/stance/joints.h"

namespace pith::grading {

/// What a clause says comes before what, or first: then the second side is empty.
[[nodiscard]] std::optional<Joint> han_order_in(const Grains& text, const Range& clause);

/// The same of two clauses side by side: 先洗手，再吃饭.
[[nodiscard]] std::optional<Joint> han_order_of(const Grains& text, const Range& clause,
                                                const Range& next);

}  // namespace pith::grading
