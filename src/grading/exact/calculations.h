// Calculations in an answer: what stands between their numbers.
#pragma once

#include <string_view>

#include "grading/exact/number_reading.h"

namespace pith::grading {

/// Whether what stands between two numbers says that they are the same.
[[nodiscard]] bool equates(std::u32string_view between);

/// Whether what stands between two numbers says, behind a calculation, that the second is its
/// result: "is", 是.
[[nodiscard]] bool results_in(std::u32string_view between);

/// Whether nothing but a sign of calculation stands between two numbers, and a unit of the first;
/// it may be taken for that of the second.
[[nodiscard]] bool calculates(std::u32string_view folded, const ReadNumber& first,
                              const ReadNumber& second);

}  // namespace pith::grading
