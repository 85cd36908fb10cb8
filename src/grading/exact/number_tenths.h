// Shares told in tenths: 四成, 三成三, 八折.
#pragma once

#include <string_view>

#include "grading/exact/number_reading.h"

namespace pith::grading {

/// Reads on: 四成 and 八折 are tenths, 九五折 hundredths; not 四成人, 三折页.
void read_tenths(std::u32string_view text, ReadNumber& number);

/// Reads on where a share is asked for: the 三成 of 三成人.
void read_tenths_of_people(std::u32string_view text, ReadNumber& number);

}  // namespace pith::grading
