// Powers behind a number: 6.02e23, 6.02×10^23, 2的10次方.
#pragma once

#include <string_view>

#include "grading/exact/number_reading.h"

namespace pith::grading {

/// Reads on: `e-3`, `^10`, `× 10^23`.
void read_powers(std::u32string_view text, ReadNumber& number);

}  // namespace pith::grading
