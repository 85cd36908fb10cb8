// Several numbers at once, as many as a register of the processor holds that the including file is
// compiled for: what the optimizer's inner loop computes with. Unnamed, so that files compiled for
// different processors keep their own.
#pragma once

#include <cstddef>
#include <cstdint>

namespace pith::memory {
namespace {

// NOLINTBEGIN(misc-definitions-in-headers): differs with the processor a file is compiled for.
#if defined(__AVX2__)
constexpr std::size_t kLanes = 8;
#else
constexpr std::size_t kLanes = 4;
#endif
// NOLINTEND(misc-definitions-in-headers)

using Lanes = float __attribute__((vector_size(kLanes * sizeof(float))));
using LaneBits = std::int32_t __attribute__((vector_size(kLanes * sizeof(std::int32_t))));

/// The same number in every lane.
[[nodiscard, maybe_unused]] inline Lanes all(float value) {
  return Lanes{} + value;
}

[[nodiscard, maybe_unused]] inline Lanes smaller(Lanes a, Lanes b) {
  return a < b ? a : b;
}

[[nodiscard, maybe_unused]] inline Lanes larger(Lanes a, Lanes b) {
  return a > b ? a : b;
}

[[nodiscard, maybe_unused]] inline Lanes between(Lanes x, float low, float high) {
  return smaller(larger(x, all(low)), all(high));
}

/// e^x within 2 units in the last place for x in [-87, 88]; beyond, that of the nearer end.
[[nodiscard, maybe_unused]] inline Lanes exp_of(Lanes x) {
  constexpr float kRound = 12582912.0F;  // 1.5 * 2^23: adding it leaves the integer in the low bits
  x = between(x, -87.0F, 88.0F);
  const Lanes shifted = x * 1.44269504F + kRound;
  const Lanes n = shifted - kRound;
  const Lanes r = (x - n * 0.693359375F) + n * 2.12194440e-4F;  // x - n ln 2, in two parts
  Lanes p = r * 1.9875691500e-4F + 1.3981999507e-3F;
  p = p * r + 8.3334519073e-3F;
  p = p * r + 4.1665795894e-2F;
  p = p * r + 1.6666665459e-1F;
  p = p * r + 5.0000001201e-1F;
  p = p * r * r + r + 1.0F;
  return reinterpret_cast<Lanes>(reinterpret_cast<LaneBits>(p) +
                                 (reinterpret_cast<LaneBits>(shifted) << 23));
}

/// Natural logarithm within 2 units in the last place, for normal x > 0.
[[nodiscard, maybe_unused]] inline Lanes log_of(Lanes x) {
  constexpr std::int32_t kTwoThirds = 0x3f2aaaab;
  const auto bits = reinterpret_cast<LaneBits>(x);
  const LaneBits exponent = (bits - kTwoThirds) >> 23;
  const auto mantissa = reinterpret_cast<Lanes>(bits - (exponent << 23));  // [2/3, 4/3)
  const Lanes n = __builtin_convertvector(exponent, Lanes);
  const Lanes f = mantissa - 1.0F;
  Lanes p = f * 7.0376836292e-2F - 1.1514610310e-1F;
  p = p * f + 1.1676998740e-1F;
  p = p * f - 1.2420140846e-1F;
  p = p * f + 1.4249322787e-1F;
  p = p * f - 1.6668057665e-1F;
  p = p * f + 2.0000714765e-1F;
  p = p * f - 2.4999993993e-1F;
  p = p * f + 3.3333331174e-1F;
  p = p * f * f * f - n * 2.12194440e-4F;
  return (p - f * f * 0.5F + f) + n * 0.693359375F;
}

}  // namespace
}  // namespace pith::memory
