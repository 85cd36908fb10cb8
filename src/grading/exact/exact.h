// Answers that are right or wrong by themselves: short answers, numbers, choices and clozes.
#pragma once

#include <span>
#include <string_view>

#include "deck/item.h"
#include "grading/grade.h"

namespace pith::grading {

/// Requires: the item's kind is not `points`.
[[nodiscard]] Grade grade_exactly(const deck::Item& item, std::string_view answer, bool use_accept);

}  // namespace pith::grading
