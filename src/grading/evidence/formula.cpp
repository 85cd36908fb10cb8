#include "grading/evidence/formula.h"

#include <algorithm>

namespace pith::grading {
namespace {

constexpr double kSurfaceSlope = 20.0;
constexpr double kSurfaceNeeded =
    0.65;  ///< Coverage of a short term that is as good as a coin toss.
/// Weight of words that the question does not have: from here on a stretch may say something.
constexpr double kSaysSomething = 0.3;
/// A term is better found in one part of a list than in all of it.
constexpr double kSpread = 0.2;

}  // namespace

double statement_share(const Pair& pair, const Target& target) {
  const bool in_other_words = !target.kind.empty() && !pair.names_kind && !pair.substituted &&
                              pair.features[kNovelty] > kSaysSomething;
  if (in_other_words) {
    return 1.0;
  }
  const bool by_detail = pair.wording != nullptr && pair.wording->role == Wording::Role::detail;
  const bool is_brief = static_cast<double>(target.letters) < kStatementLetters;
  const bool says_other = target.listed ? pair.substituted : pair.turned;
  return is_brief && says_other && !by_detail ? 0.0 : statement_share(target);
}

double strength_of(const Pair& pair, const Target& target, const Window& window,
                   const Formula& formula) {
  double statement = formula.bias;
  for (const auto& [feature, weight] : formula.weights) {
    statement += weight * pair.features[feature];
  }
  const double share = statement_share(pair, target);
  const double surface = kSurfaceSlope * (pair.surface - kSurfaceNeeded) -
                         kSpread * static_cast<double>(window.parts.size() - 1);
  return share * statement + (1.0 - share) * surface;
}

}  // namespace pith::grading
