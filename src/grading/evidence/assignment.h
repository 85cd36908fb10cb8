// Which stretch serves which point: one stretch is evidence for one point unless it states two.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "grading/stretches/segments.h"

namespace pith::grading {

/// A stretch that may serve a target, and how strongly it speaks for it.
struct Bid {
  std::size_t target = 0;
  std::size_t window = 0;
  double strength = 0.0;
};

/// For every target the bid it won, as an index into `bids`. Strong bids go first; a window is
/// taken only if no part of it serves another point. Ties break by the rank of the target, then by
/// place, so that the order of the points never matters.
[[nodiscard]] std::vector<std::optional<std::size_t>> assign(
    std::span<const Bid> bids, const Segments& segments,
    std::span<const std::size_t> point_of_target, std::span<const std::size_t> rank_of_target);

}  // namespace pith::grading
