// What the decision is told of every target: how an answer stands to it, and how to its siblings.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "grading/evidence/features.h"
#include "grading/evidence/formula.h"

namespace pith::grading {

/// What the network is told of a target, for scripts/fit-decision: the situation among the other
/// targets and whether it is a denial itself, then the features of its best pair, of its own pair,
/// the best over all stretches in view, and those of the view as one stretch.
struct Situation {
  std::vector<double> inputs;
  double best = 0.0;                       ///< Strength of the best pair.
  double own = 0.0;                        ///< Strength of the pair assigned to it.
  std::optional<std::size_t> best_window;  ///< Empty: all in view is void for it.
  std::optional<std::size_t> own_window;
};
[[nodiscard]] std::vector<Situation> situations_of(const Targets& targets, const PairTable& table,
                                                   const Segments& segments,
                                                   const Formula& formula);

/// Which of the inputs are 0 for a target without `reject` wordings.
[[nodiscard]] std::vector<std::size_t> inputs_of_opposites();

}  // namespace pith::grading
