// The optimizer's inner loop: FSRS-6 forward through the reviews of eight cards at once, and its
// exact derivative backward. The formulas are those of fsrs.h in single precision;
// docs/memory.md derives the gradients.
#pragma once

#include <array>
#include <span>

#include "memory/card_blocks.h"
#include "memory/parameters.h"

namespace pith::memory {

/// d loss / d w, where the loss is the sum of weight × cross-entropy over predictions.
using Gradient = std::array<double, kParameterCount>;

/// What stays the same for all cards of a batch.
struct BatchConstants {
  explicit BatchConstants(const Parameters& parameters);

  std::array<float, kParameterCount> w{};
  std::array<float, 4> initial_difficulty{};  ///< D0(g), not limited.
  std::array<float, 4> difficulty_slope{};    ///< d D0(g) / d w5.
  float decay = 0;
  float factor = 0;
  float factor_slope = 0;  ///< d factor / d w20.
  float growth = 0;        ///< exp(w8)
  float lapse_cap = 0;     ///< exp(-w17 w18)
};

/// Longest block that `add_gradient` takes.
inline constexpr std::size_t kMaxSteps = 256;

/// One implementation for every kind of processor.
struct Kernel {
  /// Writes the recall predicted at each step; meaningless at first and same-day reviews.
  void (*predict)(const BatchConstants& constants, std::span<const BlockStep> steps,
                  std::span<Row> recall);
  /// Adds the gradient of a block of 2 to kMaxSteps steps: a card with a prediction has two
  /// reviews.
  void (*add_gradient)(const BatchConstants& constants, std::span<const BlockStep> steps,
                       Gradient& gradient);
};

/// The kernel for any processor, the one for processors with AVX2 and FMA, and the best of them
/// here. They round differently in the last bits.
[[nodiscard]] Kernel portable_kernel();
[[nodiscard]] Kernel avx2_kernel();
[[nodiscard]] Kernel fastest_kernel();

}  // namespace pith::memory
