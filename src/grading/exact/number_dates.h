// Dates in figures that stand where a number is asked for: 1989/11/9, 09.11.1989.
#pragma once

#include <string_view>
#include <vector>

#include "grading/exact/number_reading.h"
#include "grading/exact/number_times.h"

namespace pith::grading {

/// Each date of the folded text as one number, its year: `1989/11` too where a year is asked for.
/// Elsewhere it is often no number.
[[nodiscard]] std::vector<ReadNumber> with_dates(std::u32string_view folded,
                                                 const AskedTimes& asked,
                                                 const std::vector<ReadNumber>& numbers);

}  // namespace pith::grading
