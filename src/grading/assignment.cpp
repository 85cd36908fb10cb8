#include "grading/assignment.h"

#include <algorithm>
#include <numeric>

namespace pith::grading {

std::vector<std::optional<std::size_t>> assign(std::span<const Bid> bids, const Segments& segments,
                                               std::span<const std::size_t> point_of_target,
                                               std::span<const std::size_t> rank_of_target) {
  std::vector<std::size_t> order(bids.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    const auto& x = bids[a];
    const auto& y = bids[b];
    if (x.strength != y.strength) {
      return x.strength > y.strength;
    }
    if (x.target != y.target) {
      return rank_of_target[x.target] < rank_of_target[y.target];
    }
    return x.window < y.window;
  });
  std::vector<std::optional<std::size_t>> won(point_of_target.size());
  std::vector<std::optional<std::size_t>> serves(segments.parts.size());
  for (const auto i : order) {
    const auto& bid = bids[i];
    const auto point = point_of_target[bid.target];
    const auto& parts = segments.windows[bid.window].parts;
    const auto first = serves.begin() + static_cast<std::ptrdiff_t>(parts.begin);
    const auto last = serves.begin() + static_cast<std::ptrdiff_t>(parts.end);
    const bool is_free =
        std::all_of(first, last, [point](const auto& owner) { return !owner || *owner == point; });
    if (!won[bid.target] && is_free) {
      won[bid.target] = i;
      std::fill(first, last, point);
    }
  }
  return won;
}

}  // namespace pith::grading
