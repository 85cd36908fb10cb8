// Generators for property tests.
#pragma once

#include <rapidcheck.h>

#include "memory/fsrs.h"

namespace pith::test {

/// Uniform in [low, high].
inline double arbitrary_between(double low, double high) {
  constexpr int kSteps = 1000000;
  return low + (high - low) * *rc::gen::inRange(0, kSteps + 1) / kSteps;
}

/// Any parameters inside their bounds.
inline memory::Parameters arbitrary_parameters() {
  memory::Parameters w{};
  for (std::size_t i = 0; i < w.size(); ++i) {
    w[i] = arbitrary_between(memory::kBounds.low[i], memory::kBounds.high[i]);
  }
  return w;
}

inline memory::Rating arbitrary_rating() {
  return *memory::rating_numbered(*rc::gen::inRange(1, 5));
}

}  // namespace pith::test
