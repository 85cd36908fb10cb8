// Where an answer goes from one point to the next, told by the words that one point alone has: what
// punctuation would have said.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "grading/stretches/targets.h"

namespace pith::grading {

/// Where another point's words have begun.
struct TopicChange {
  std::size_t grain = 0;
  bool listed = false;  ///< Whole names of two points stand side by side.
};

/// Ascending.
[[nodiscard]] std::vector<TopicChange> topic_changes(const Targets& targets, const Grains& text,
                                                     std::span<const Occurrence> occurrences);

}  // namespace pith::grading
