// Answers that ask throughout, and so state nothing.
#pragma once

#include "grading/stretches/segments.h"

namespace pith::grading {

/// Whether an answer is made of questions, two at least, and of sentences that give up. Not where
/// the question itself is what one asks somebody.
[[nodiscard]] bool only_asks(const Passage& answer, const Grains& question);

}  // namespace pith::grading
