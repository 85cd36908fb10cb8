// How far a number is said to go at most or at least: 不超过二百毫升, 两升以内, 至少两小时.
#pragma once

#include <optional>
#include <vector>

#include "grading/words/grains.h"

namespace pith::grading {

/// What a text says of a number in Chinese.
struct Limit {
  Range range;             ///< The words that set it, and the number.
  std::size_t number = 0;  ///< Its grain; what it counts stands behind it.
  bool is_most = false;    ///< It is the most; else the least.
};

/// In order of places.
[[nodiscard]] std::vector<Limit> limits_in(const Grains& text);

/// Whether the denial at `word` only sets a limit: the 别 of 别超过两升.
[[nodiscard]] bool sets_limit(const Grains& text, const Range& word);

}  // namespace pith::grading
