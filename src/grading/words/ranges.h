// Ranges of grains.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace pith::grading {

/// Half-open, as all of them.
struct Range {
  std::size_t begin = 0;
  std::size_t end = 0;

  [[nodiscard]] std::size_t size() const { return end - begin; }
  [[nodiscard]] bool empty() const { return begin >= end; }
  [[nodiscard]] bool touches(const Range& other) const {
    return begin < other.end && other.begin < end;
  }
  friend bool operator==(const Range&, const Range&) = default;
};

/// The ranges as disjoint ones, ascending.
[[nodiscard]] std::vector<Range> merged(std::vector<Range> ranges);
/// Whether one of `disjoint` ranges, which ascend, touches the other.
[[nodiscard]] bool any_touches(std::span<const Range> disjoint, const Range& other);

/// Sets the flags of all that is in the range.
void set_flags(std::vector<bool>& flags, const Range& range);

}  // namespace pith::grading
