// Shares of shares.
#pragma once

#include <string_view>
#include <vector>

#include "grading/exact/number_reading.h"

namespace pith::grading {

/// The numbers of a folded text with "a quarter of a third" and 三成的一半 as one number each.
[[nodiscard]] std::vector<ReadNumber> with_shares_of_shares(std::u32string_view folded,
                                                            const std::vector<ReadNumber>& numbers);

}  // namespace pith::grading
