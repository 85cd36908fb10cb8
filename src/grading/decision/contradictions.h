// Wordings of a deck that contradict a point (`reject`), said in an answer.
#pragma once

#include <vector>

#include "grading/decision/free_text.h"
#include "grading/stretches/targets.h"

namespace pith::grading {

/// By target: a `reject` wording that the answer has, better than any wording of the point; else
/// none. They are wordings of `targets`.
[[nodiscard]] std::vector<const Wording*> contradictions_of(const Targets& targets,
                                                            const Analysis& analysis);

}  // namespace pith::grading
