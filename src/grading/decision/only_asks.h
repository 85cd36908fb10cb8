// Answers that ask throughout, and so state nothing.
#pragma once

#include <span>

#include "grading/stretches/segments.h"
#include "grading/words/cues.h"

namespace pith::grading {

/// Whether an answer is made of questions, two at least, and of sentences that give up. Not where
/// the question itself is what one asks somebody.
[[nodiscard]] bool only_asks(const Grains& answer, std::span<const Mark> marks,
                             const Segments& segments, const Grains& question);

}  // namespace pith::grading
