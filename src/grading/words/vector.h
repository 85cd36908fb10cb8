// Plain numbers in a row.
#pragma once

#include <span>
#include <vector>

namespace pith::grading {

using Vector = std::vector<float>;

/// The sum of their products, always added in the same order; of the shorter's length.
[[nodiscard]] float dot(std::span<const float> a, std::span<const float> b);

}  // namespace pith::grading
