#include "memory/gradient.h"

#include <cmath>

#include "memory/fsrs.h"

namespace pith::memory {

BatchConstants::BatchConstants(const Parameters& parameters) {
  for (std::size_t i = 0; i < kParameterCount; ++i) {
    w[i] = static_cast<float>(parameters[i]);
  }
  for (int g = 0; g < 4; ++g) {
    const auto bent = std::exp(parameters[5] * g);
    const auto at = static_cast<std::size_t>(g);
    initial_difficulty[at] = static_cast<float>(parameters[4] - bent + 1);
    difficulty_slope[at] = static_cast<float>(-g * bent);
  }
  const auto exponent = parameters[20];
  const auto log_recall = std::log(kRecallAtStability);
  const auto base = std::exp(-log_recall / exponent);
  decay = static_cast<float>(-exponent);
  factor = static_cast<float>(base - 1);
  factor_slope = static_cast<float>(base * log_recall / (exponent * exponent));
  growth = static_cast<float>(std::exp(parameters[8]));
  lapse_cap = static_cast<float>(std::exp(-parameters[17] * parameters[18]));
}

Kernel fastest_kernel() {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma")) {
    return avx2_kernel();
  }
#endif
  return portable_kernel();
}

}  // namespace pith::memory
