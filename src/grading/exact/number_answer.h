// Answers to the question for a number: the first number of the answer, however it is written.
#pragma once

#include <string_view>

#include "deck/item.h"
#include "grading/grade.h"

namespace pith::grading {

/// Right if the first number of the answer is within the item's tolerance: 20 000, 1/2, 零点五,
/// 1万2345, −5, minus 5, 零下五度, 20k, 3 million, 80%. Requires an item of Kind::number and valid
/// UTF-8.
[[nodiscard]] PointResult grade_number(const deck::Item& item, std::string_view answer);

}  // namespace pith::grading
