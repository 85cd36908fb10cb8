#include "grading/evidence/assignment.h"

#include <algorithm>
#include <utility>

namespace pith::grading {

std::vector<std::optional<std::size_t>> assign(std::span<const Bid> bids, const Segments& segments,
                                               std::span<const std::size_t> point_of_target,
                                               std::span<const std::size_t> rank_of_target) {
  struct Turn {
    double strength;
    std::size_t rank;
    std::size_t window;
    std::size_t bid;
  };
  std::vector<Turn> turns;
  turns.reserve(bids.size());
  for (const auto& bid : bids) {
    turns.push_back({bid.strength, rank_of_target[bid.target], bid.window, turns.size()});
  }
  const auto comes_later = [](const Turn& a, const Turn& b) {
    return a.strength != b.strength ? a.strength < b.strength
                                    : std::pair(a.rank, a.window) > std::pair(b.rank, b.window);
  };
  std::make_heap(turns.begin(), turns.end(), comes_later);
  std::vector<std::optional<std::size_t>> won(point_of_target.size());
  std::vector<std::optional<std::size_t>> serves(segments.parts.size());
  auto without = won.size();
  while (without > 0 && !turns.empty()) {
    const auto turn = turns.front();
    std::pop_heap(turns.begin(), turns.end(), comes_later);
    turns.pop_back();
    const auto& bid = bids[turn.bid];
    const auto point = point_of_target[bid.target];
    const auto& parts = segments.windows[bid.window].parts;
    const auto first = serves.begin() + static_cast<std::ptrdiff_t>(parts.begin);
    const auto last = serves.begin() + static_cast<std::ptrdiff_t>(parts.end);
    const bool is_free =
        std::all_of(first, last, [point](const auto& owner) { return !owner || *owner == point; });
    if (!won[bid.target] && is_free) {
      won[bid.target] = turn.bid;
      std::fill(first, last, point);
      --without;
    }
  }
  return won;
}

}  // namespace pith::grading
