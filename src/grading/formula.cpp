#include "grading/formula.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace pith::grading {
namespace {

constexpr double kSurfaceSlope = 20.0;
constexpr double kSurfaceNeeded =
    0.65;  ///< Coverage of a short term that is as good as a coin toss.
/// A term is better found in one part of a list than in all of it.
constexpr double kSpread = 0.2;
constexpr double kTermLetters = 6.0;        ///< Up to here a wording is a term, …
constexpr double kStatementLetters = 12.0;  ///< … from here on a statement.
constexpr double kNothing = -6.0;           ///< Evidence where no stretch counts.

double logistic(double x) {
  return 1.0 / (1.0 + std::exp(-x));
}

/// 0 for a term, 1 for a statement.
double statement_share(const Target& target) {
  const auto letters = static_cast<double>(target.letters);
  return std::clamp((letters - kTermLetters) / (kStatementLetters - kTermLetters), 0.0, 1.0);
}

/// Order of the targets that does not depend on the order of the points: by their wordings.
std::vector<std::size_t> ranks_of(const Targets& targets) {
  std::vector<std::size_t> order(targets.list.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return targets.list[a].wordings[0].text < targets.list[b].wordings[0].text;
  });
  std::vector<std::size_t> ranks(order.size());
  for (std::size_t i = 0; i < order.size(); ++i) {
    ranks[order[i]] = i;
  }
  return ranks;
}

}  // namespace

double strength_of(const Pair& pair, const Target& target, const Window& window,
                   const Formula& formula) {
  double statement = formula.bias;
  for (std::size_t i = 0; i < kFeatureCount; ++i) {
    statement += formula.weights[i] * pair.features[i];
  }
  const double share = statement_share(target);
  const double surface = kSurfaceSlope * (pair.surface - kSurfaceNeeded) -
                         kSpread * static_cast<double>(window.parts.size() - 1);
  return share * statement + (1.0 - share) * surface;
}

std::vector<Belief> beliefs_of(const Targets& targets, const PairTable& table,
                               const Segments& segments, const Formula& formula) {
  const auto count = targets.list.size();
  std::vector<Bid> bids;
  std::vector<double> best(count, kNothing);
  std::vector<double> worst(count, 0.0);
  std::vector<std::optional<std::size_t>> best_window(count);
  for (std::size_t w = 0; w < segments.windows.size(); ++w) {
    for (std::size_t t = 0; t < count; ++t) {
      const auto& pair = table.at(w, t);
      if (pair.is_void) {
        continue;
      }
      const double strength = strength_of(pair, targets.list[t], segments.windows[w], formula);
      bids.push_back({t, w, strength});
      worst[t] = best_window[t] ? std::min(worst[t], strength) : strength;
      if (!best_window[t] || strength > best[t]) {
        best[t] = strength;
        best_window[t] = w;
      }
    }
  }
  std::vector<std::size_t> points;
  for (const auto& target : targets.list) {
    points.push_back(target.point);
  }
  const auto won = assign(bids, segments, points, ranks_of(targets));
  std::vector<Belief> beliefs(count);
  for (std::size_t t = 0; t < count; ++t) {
    if (!best_window[t]) {
      continue;
    }
    const double own = won[t] ? bids[*won[t]].strength : worst[t];
    const double logit = formula.offset + formula.best * best[t] + formula.own * own;
    beliefs[t].probability = logistic(logit);
    beliefs[t].window = won[t] ? std::optional(bids[*won[t]].window) : std::nullopt;
    if (!won[t] || bids[*won[t]].window != *best_window[t]) {
      beliefs[t].taken = best_window[t];
    }
  }
  return beliefs;
}

}  // namespace pith::grading
