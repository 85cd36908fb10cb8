#include "grading/words/ranges.h"

#include <algorithm>

namespace pith::grading {

std::vector<Range> merged(std::vector<Range> ranges) {
  std::sort(ranges.begin(), ranges.end(),
            [](const Range& a, const Range& b) { return a.begin < b.begin; });
  std::vector<Range> result;
  for (const auto& range : ranges) {
    if (!result.empty() && range.begin <= result.back().end) {
      result.back().end = std::max(result.back().end, range.end);
    } else {
      result.push_back(range);
    }
  }
  return result;
}

bool any_touches(std::span<const Range> disjoint, const Range& other) {
  const auto candidate =
      std::partition_point(disjoint.begin(), disjoint.end(),
                           [&](const Range& before) { return before.end <= other.begin; });
  return candidate != disjoint.end() && candidate->touches(other);
}

void set_flags(std::vector<bool>& flags, const Range& range) {
  for (auto i = range.begin; i < range.end; ++i) {
    flags[i] = true;
  }
}

}  // namespace pith::grading
