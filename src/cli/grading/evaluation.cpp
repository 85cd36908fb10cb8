#include "cli/grading/evaluation.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>

namespace pith::cli {
namespace {

constexpr double kNearby = 0.1 + 1e-9;
constexpr double kNormal90 = 1.6448536269514722;  ///< Half of a two-sided 90 % interval.

bool is_true(const PointPair& pair) {
  return pair.label > 0;
}

bool is_predicted(const PointPair& pair) {
  return pair.credit >= 0.5;
}

std::optional<double> ratio(double a, double b) {
  return b > 0 ? std::optional(a / b) : std::nullopt;
}

bool are_alike(const std::vector<double>& values) {
  return std::ranges::adjacent_find(values, std::not_equal_to()) == values.end();
}

/// Nothing where there is none to speak of.
std::optional<double> correlation(const std::vector<double>& x, const std::vector<double>& y) {
  if (are_alike(x) || are_alike(y)) {
    return std::nullopt;
  }
  const auto n = static_cast<double>(x.size());
  const double mean_x = std::accumulate(x.begin(), x.end(), 0.0) / n;
  const double mean_y = std::accumulate(y.begin(), y.end(), 0.0) / n;
  double xy = 0;
  double xx = 0;
  double yy = 0;
  for (std::size_t i = 0; i < x.size(); ++i) {
    xy += (x[i] - mean_x) * (y[i] - mean_y);
    xx += (x[i] - mean_x) * (x[i] - mean_x);
    yy += (y[i] - mean_y) * (y[i] - mean_y);
  }
  return ratio(xy, std::sqrt(xx * yy));
}

/// Ranks from 1, equal values sharing the mean of theirs.
std::vector<double> ranks_of(const std::vector<double>& values) {
  std::vector<std::size_t> order(values.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(),
            [&](std::size_t a, std::size_t b) { return values[a] < values[b]; });
  std::vector<double> ranks(values.size());
  for (std::size_t i = 0; i < order.size();) {
    std::size_t end = i;
    while (end < order.size() && values[order[end]] == values[order[i]]) {
      ++end;
    }
    for (std::size_t k = i; k < end; ++k) {
      ranks[order[k]] = static_cast<double>(i + end + 1) / 2;
    }
    i = end;
  }
  return ranks;
}

Share share_of(std::size_t count, std::size_t n) {
  const auto size = static_cast<double>(n);
  const double p = static_cast<double>(count) / size;
  const double z2 = kNormal90 * kNormal90;
  const double centre = (p + z2 / (2 * size)) / (1 + z2 / size);
  const double half =
      kNormal90 * std::sqrt(p * (1 - p) / size + z2 / (4 * size * size)) / (1 + z2 / size);
  return {n, p, std::max(0.0, centre - half), std::min(1.0, centre + half)};
}

}  // namespace

ScoreFigures score_figures(std::span<const ScorePair> pairs) {
  ScoreFigures figures;
  figures.n = pairs.size();
  if (pairs.empty()) {
    return figures;
  }
  std::vector<double> human;
  std::vector<double> graded;
  double squares = 0;
  std::size_t near = 0;
  for (const auto& pair : pairs) {
    human.push_back(pair.human);
    graded.push_back(pair.graded);
    const double off = std::abs(pair.human - pair.graded);
    squares += off * off;
    figures.mae += off;
    near += off <= kNearby ? 1U : 0U;
  }
  const auto n = static_cast<double>(pairs.size());
  figures.pearson = correlation(human, graded);
  figures.spearman = correlation(ranks_of(human), ranks_of(graded));
  figures.rmse = std::sqrt(squares / n);
  figures.mae /= n;
  figures.within_0_1 = static_cast<double>(near) / n;
  return figures;
}

PointFigures point_figures(std::span<const PointPair> pairs) {
  PointFigures figures;
  figures.n = pairs.size();
  double both = 0;
  double predicted = 0;
  double stated = 0;
  double right = 0;
  for (const auto& pair : pairs) {
    both += is_predicted(pair) && is_true(pair) ? 1 : 0;
    predicted += is_predicted(pair) ? 1 : 0;
    stated += is_true(pair) ? 1 : 0;
    right += is_predicted(pair) == is_true(pair) ? 1 : 0;
  }
  figures.precision = ratio(both, predicted);
  figures.recall = ratio(both, stated);
  figures.f1 = ratio(2 * both, predicted + stated);
  figures.accuracy = ratio(right, static_cast<double>(pairs.size())).value_or(0.0);
  figures.coverage_at_90 = coverage_at(pairs, 0.90);
  figures.coverage_at_95 = coverage_at(pairs, 0.95);
  return figures;
}

StyleFigures style_figures(std::span<const PointPair> pairs) {
  StyleFigures figures;
  figures.n = pairs.size();
  std::size_t stated = 0;
  std::size_t found = 0;
  std::size_t invented = 0;
  for (const auto& pair : pairs) {
    stated += is_true(pair) ? 1U : 0U;
    found += is_true(pair) && is_predicted(pair) ? 1U : 0U;
    invented += !is_true(pair) && is_predicted(pair) ? 1U : 0U;
  }
  if (stated > 0) {
    figures.recall = share_of(found, stated);
  }
  if (stated < pairs.size()) {
    figures.false_hits = share_of(invented, pairs.size() - stated);
  }
  return figures;
}

double coverage_at(std::span<const PointPair> pairs, double accuracy) {
  std::vector<PointPair> sorted(pairs.begin(), pairs.end());
  std::stable_sort(sorted.begin(), sorted.end(), [](const PointPair& a, const PointPair& b) {
    return a.confidence > b.confidence;
  });
  std::size_t covered = 0;
  std::size_t right = 0;
  for (std::size_t i = 0; i < sorted.size(); ++i) {
    right += is_predicted(sorted[i]) == is_true(sorted[i]) ? 1U : 0U;
    const bool tied = i + 1 < sorted.size() && sorted[i + 1].confidence == sorted[i].confidence;
    if (!tied && static_cast<double>(right) >= accuracy * static_cast<double>(i + 1) - 1e-9) {
      covered = i + 1;
    }
  }
  return ratio(static_cast<double>(covered), static_cast<double>(sorted.size())).value_or(0.0);
}

}  // namespace pith::cli
