// Which words of an answer a learner means who overrules a verdict.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "history/events.h"
#include "session/result.h"

namespace pith::session {

/// The wording to be learned for a point: its evidence, else what the answer says beyond the other
/// points' evidence; where that is much or in several places, what of it looks most like the point.
/// Of a short answer that other points have all of, the whole.
/// Empty where nothing does, and for what is too long to be a wording.
[[nodiscard]] std::optional<std::string> phrase_for(const Result& result, std::size_t outcome);

/// What the overruled verdicts of an answer teach the grader.
[[nodiscard]] std::vector<history::Wording> wordings_taught(const Result& result);

}  // namespace pith::session
