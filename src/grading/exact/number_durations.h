// Lengths of time in several units, or in another one than the question counts by: 4小时30分, 4h30,
// 270 minutes.
#pragma once

#include <string_view>
#include <vector>

#include "grading/exact/asked_numbers.h"
#include "grading/exact/number_reading.h"

namespace pith::grading {

/// Each length of time of the folded text as one number: in the unit of time that the question asks
/// for, else in the greatest of its own. One that the question gives is left as it is, and so is
/// one unit where the question has another one than it asks for: seconds of a day.
[[nodiscard]] std::vector<ReadNumber> with_durations(std::u32string_view folded,
                                                     const AskedNumbers& asked,
                                                     const std::vector<ReadNumber>& numbers);

}  // namespace pith::grading
