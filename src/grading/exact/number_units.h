// What a number is counted in: thousands, 万, dozens.
#pragma once

#include <string_view>

#include "grading/exact/number_reading.h"

namespace pith::grading {

/// Takes in the word for a power of ten behind a number of the folded text (`20k`, `3 million`,
/// `30 万`), and what follows it (`1万2345`).
void read_magnitude(std::u32string_view text, ReadNumber& number);

}  // namespace pith::grading
