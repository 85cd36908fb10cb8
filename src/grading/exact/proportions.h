// Shares told by two numbers.
#pragma once

#include <string_view>
#include <vector>

#include "grading/exact/number_reading.h"

namespace pith::grading {

/// The numbers of a folded text with "one in four", "3 seeds out of 10" and 三个人里有一个 as one
/// number each.
[[nodiscard]] std::vector<ReadNumber> with_proportions(std::u32string_view folded,
                                                       const std::vector<ReadNumber>& numbers);

}  // namespace pith::grading
