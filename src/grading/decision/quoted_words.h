// Words of a wording as a reason quotes them.
#pragma once

#include <string>

#include "grading/stretches/targets.h"

namespace pith::grading {

/// The words of a wording that a stretch of a text has (or lacks), as a person would quote them: in
/// runs of whole words that neither begin nor end with grammatical ones, some of the first ones.
[[nodiscard]] std::string quoted_words(const Wording& wording, const Targets& targets,
                                       const Grains& text, const Range& range, bool present);

}  // namespace pith::grading
