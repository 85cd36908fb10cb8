#include "statistics/distribution.h"

#include <algorithm>
#include <cmath>

namespace pith::statistics {

namespace {

/// Changes the order of `values`.
std::optional<double> percentile(std::vector<double>& values, double share) {
  if (values.empty()) {
    return std::nullopt;
  }
  const auto rank = std::ceil(share * static_cast<double>(values.size()));
  const auto at = values.begin() + static_cast<std::ptrdiff_t>(rank) - 1;
  std::nth_element(values.begin(), at, values.end());
  return *at;
}

}  // namespace

Distribution distribution_of(std::vector<double> values, std::initializer_list<double> edges) {
  Distribution result;
  for (const double edge : edges) {
    if (!result.bins.empty()) {
      result.bins.back().to = edge;
    }
    result.bins.push_back({edge, std::nullopt, 0});
  }
  for (const double value : values) {
    const auto above = std::upper_bound(edges.begin() + 1, edges.end(), value);
    ++result.bins.at(static_cast<std::size_t>(above - edges.begin()) - 1).count;
  }
  result.count = static_cast<std::int64_t>(values.size());
  result.median = percentile(values, 0.5);
  result.p90 = percentile(values, 0.9);
  return result;
}

}  // namespace pith::statistics
