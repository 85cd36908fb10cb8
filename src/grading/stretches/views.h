// What of an answer is looked at for each target.
#pragma once

#include <vector>

#include "grading/stretches/heard.h"

namespace pith::grading {

/// An answer without the sentences that say other points word for word and nothing else, unless
/// they ask, or name the target as well. They tell nothing about it, so that who adds one takes
/// nothing from what was said before.
struct View {
  std::vector<Range> runs;           ///< Of parts.
  std::vector<std::size_t> targets;  ///< Whose view it is.

  [[nodiscard]] bool has(const Window& window) const;
};

/// The different views; every target is in one of them. Of an answer so long that they would take
/// too much time there is one, of all of it.
[[nodiscard]] std::vector<View> views_of(const Heard& heard);

}  // namespace pith::grading
