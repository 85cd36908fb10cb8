// From the evidence of all pairs to a probability for every target. What a stretch says for a
// target is weighed against what the answer says for the others: a small network, fitted to
// labelled answers by scripts/fit-decision, takes that decision.
#pragma once

#include <optional>
#include <vector>

#include "grading/features.h"
#include "grading/formula.h"

namespace pith::grading {

/// What speaks for a target.
struct Belief {
  double probability = 0.0;               ///< That the target is stated, uncalibrated.
  std::optional<std::size_t> window;      ///< The best stretch that is left to it.
  std::optional<std::size_t> taken;       ///< Window of its best pair, where another point has it.
  const std::string* learned = nullptr;   ///< The learned wording that `window` repeats.
  bool overruled = false;                 ///< The answer has what was ruled not to state the point.
  const std::string* opposite = nullptr;  ///< The learned wording of its opposite that it has.
};

/// By target. `by_meaning` says whether the features of meaning are there.
[[nodiscard]] std::vector<Belief> beliefs_of(const Targets& targets, const PairTable& table,
                                             const Segments& segments, bool by_meaning);

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
