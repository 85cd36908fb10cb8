// Answers that are right or wrong by themselves: short answers, numbers, choices and clozes.
#pragma once

#include <span>
#include <string_view>

#include "deck/item.h"
#include "grading/grade.h"

namespace pith::grading {

/// Mean of the credits, weighted by Point::weight. Requires as many as the item has points.
[[nodiscard]] double score_of(const deck::Item& item, std::span<const PointResult> points);

/// Requires: the item's kind is not `points`.
[[nodiscard]] Grade grade_exactly(const deck::Item& item, std::string_view answer, bool use_accept);

}  // namespace pith::grading
