// From the evidence of all pairs to a probability for every target. What a stretch says for a
// target is weighed against what the answer says for the others: a small network, fitted to
// labelled answers by scripts/fit-decision, takes that decision.
#pragma once

#include <optional>
#include <vector>

#include "grading/evidence/features.h"

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

}  // namespace pith::grading
