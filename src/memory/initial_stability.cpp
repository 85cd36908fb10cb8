#include "memory/initial_stability.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <utility>

namespace pith::memory {
namespace {

constexpr double kLowest = kBounds.low[0];
constexpr double kHighest = kBounds.high[0];
constexpr double kPriorWidth = 16;

// S2 = S1^a S3^(1-a) and S3 = S2^(1-b) S4^b fill what is missing.
constexpr double kA = 0.41;
constexpr double kB = 0.54;

std::size_t index_of(Rating rating) {
  return static_cast<std::size_t>(rating) - 1;
}

/// Cross-entropy of the waits, each smoothed by one card of mean recall, and the pull of the
/// default.
double search_loss(std::span<const FirstWait> waits, double mean_recall, double stability) {
  const ForgettingCurve curve(kDefaultParameters);
  double loss =
      std::abs(stability - kDefaultParameters[index_of(waits.front().first)]) / kPriorWidth;
  for (const auto& wait : waits) {
    const auto recall = curve.retrievability(wait.days, stability);
    const auto seen = (wait.recalled + mean_recall) / (wait.cards + 1);
    loss -= wait.cards * (seen * std::log(recall) + (1 - seen) * std::log(1 - recall));
  }
  return loss;
}

/// Ternary search, to the last bit.
double best_stability(std::span<const FirstWait> waits, double mean_recall) {
  double low = kLowest;
  double high = kHighest;
  for (;;) {
    const double left = low + (high - low) / 3;
    const double right = high - (high - low) / 3;
    if (left == low && right == high) {
      return (low + high) / 2;
    }
    if (search_loss(waits, mean_recall, left) < search_loss(waits, mean_recall, right)) {
      high = right;
    } else {
      low = left;
    }
  }
}

void put_in_order(Stabilities& s, const RatingCounts& counts) {
  constexpr std::array<std::pair<std::size_t, std::size_t>, 6> kPairs = {
      {{0, 1}, {1, 2}, {2, 3}, {0, 2}, {1, 3}, {0, 3}}};
  for (const auto& [small, big] : kPairs) {
    if (counts[small] > 0 && counts[big] > 0 && s[small] > s[big]) {
      if (counts[small] > counts[big]) {
        s[big] = s[small];
      } else {
        s[small] = s[big];
      }
    }
  }
}

/// The weighted geometric mean x^share y^(1 - share); also extrapolates.
double between(double x, double y, double share) {
  return std::pow(x, share) * std::pow(y, 1 - share);
}

void scale_defaults(Stabilities& s, std::size_t known) {
  const auto scale = s[known] / kDefaultParameters[known];
  for (std::size_t i = 0; i < s.size(); ++i) {
    s[i] = kDefaultParameters[i] * scale;
  }
  std::ranges::sort(s);
}

/// One missing: each equation holds three stabilities, and gives any of them from the others.
void fill_one(Stabilities& s, std::size_t missing) {
  switch (missing) {
    case 0:
      s[0] = between(s[1], s[2], 1 / kA);
      break;
    case 1:
      s[1] = between(s[0], s[2], kA);
      break;
    case 2:
      s[2] = between(s[3], s[1], kB);
      break;
    default:
      s[3] = between(s[2], s[1], 1 / kB);
      break;
  }
}

/// Two missing: solves both equations, linear in the logarithms.
void fill_two(Stabilities& s, const RatingCounts& counts) {
  const auto known = [&](std::size_t i) { return counts[i] > 0; };
  // S2 and S3 from S1 and S4: log S2 = (a log S1 + (1-a) b log S4) / (a + b - ab), and so on.
  constexpr double kBoth = kA + kB - kA * kB;
  if (!known(1) && !known(2)) {
    s[1] = between(s[0], s[3], kA / kBoth);
    s[2] = between(s[3], s[0], kB / kBoth);
  } else if (!known(0) && !known(1)) {
    s[1] = between(s[2], s[3], 1 / (1 - kB));
    fill_one(s, 0);
  } else if (!known(0) && !known(2)) {
    fill_one(s, 2);
    fill_one(s, 0);
  } else if (!known(0) && !known(3)) {
    fill_one(s, 0);
    fill_one(s, 3);
  } else if (!known(1) && !known(3)) {
    fill_one(s, 1);
    fill_one(s, 3);
  } else {
    s[2] = between(s[1], s[0], 1 / (1 - kA));
    fill_one(s, 3);
  }
}

}  // namespace

RatingCounts cards_by_first_rating(std::span<const FirstWait> waits) {
  RatingCounts counts{};
  for (const auto& wait : waits) {
    counts[index_of(wait.first)] += wait.cards;
  }
  return counts;
}

Stabilities initial_stabilities(std::span<const FirstWait> waits, double mean_recall) {
  Stabilities stabilities{};
  for (auto begin = waits.begin(); begin != waits.end();) {
    const auto end = std::find_if(begin, waits.end(), [first = begin->first](const FirstWait& w) {
      return w.first != first;
    });
    stabilities[index_of(begin->first)] = best_stability({begin, end}, mean_recall);
    begin = end;
  }
  return ordered_and_filled(stabilities, cards_by_first_rating(waits));
}

Stabilities ordered_and_filled(Stabilities stabilities, const RatingCounts& counts) {
  put_in_order(stabilities, counts);
  const auto is_missing = [](int count) { return count == 0; };
  const auto missing = std::ranges::count_if(counts, is_missing);
  assert(missing < 4);
  const auto first_missing = std::ranges::find_if(counts, is_missing) - counts.begin();
  if (missing == 1) {
    fill_one(stabilities, static_cast<std::size_t>(first_missing));
  } else if (missing == 2) {
    fill_two(stabilities, counts);
  } else if (missing == 3) {
    const auto known = std::ranges::find_if_not(counts, is_missing) - counts.begin();
    scale_defaults(stabilities, static_cast<std::size_t>(known));
  }
  for (auto& stability : stabilities) {
    stability = std::clamp(stability, kLowest, kHighest);
  }
  return stabilities;
}

}  // namespace pith::memory
