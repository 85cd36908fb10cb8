#include "grading/words/vector.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace pith::grading {

float dot(std::span<const float> a, std::span<const float> b) {
  constexpr std::size_t kSums = 8;  // so that the compiler may add several numbers at once
  std::array<float, kSums> sums{};
  const auto size = std::min(a.size(), b.size());
  std::size_t i = 0;
  for (; i + kSums <= size; i += kSums) {
    for (std::size_t k = 0; k < kSums; ++k) {
      sums[k] += a[i + k] * b[i + k];
    }
  }
  for (; i < size; ++i) {
    sums[0] += a[i] * b[i];
  }
  return ((sums[0] + sums[4]) + (sums[1] + sums[5])) + ((sums[2] + sums[6]) + (sums[3] + sums[7]));
}

}  // namespace pith::grading
