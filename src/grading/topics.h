// Where an answer goes from one point to the next, told by the words that one point alone has: what
// punctuation would have said.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "grading/targets.h"

namespace pith::grading {

/// Grains at which another point's words have begun, ascending.
[[nodiscard]] std::vector<std::size_t> topic_changes(const Targets& targets,
                                                     std::span<const Occurrence> occurrences);

}  // namespace pith::grading
