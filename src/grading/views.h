// What of an answer is looked at for each target.
#pragma once

#include <vector>

#include "grading/segments.h"
#include "grading/targets.h"

namespace pith::grading {

/// An answer without the sentences that say other points word for word and nothing else. They tell
/// nothing about a target, so that who adds one takes nothing from what was said before.
struct View {
  std::vector<Range> parts;          ///< Runs of them.
  std::vector<std::size_t> targets;  ///< Whose view it is.

  [[nodiscard]] bool has(const Window& window) const;
};

/// Each another; every target is in one of them.
[[nodiscard]] std::vector<View> views_of(const Targets& targets, const Grains& text,
                                         const Segments& segments, Presence& presence);

}  // namespace pith::grading
