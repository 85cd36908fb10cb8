// What stands behind the point of a number.
#pragma once

#include <string_view>

#include "grading/exact/number_reading.h"

namespace pith::grading {

/// Reads on: `,5` behind a whole number, `点五` behind a Chinese one.
void read_decimals(std::u32string_view text, ReadNumber& number);

}  // namespace pith::grading
