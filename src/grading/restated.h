// Answers, compared rather than understood, that repeat words of the question.
#pragma once

#include "grading/grains.h"

namespace pith::grading {

/// Whether the accepted wording stands in the answer among nothing but words of the question and
/// words that say nothing ("the capital of France is Paris"). Never where the wording has words of
/// the question itself, the answer denies something or leaves a choice, or is no sentence but a
/// text.
[[nodiscard]] bool restates(const Grains& answer, const Grains& accepted, const Grains& question);

/// Whether a text says nothing but what the question does, and something of that: "the capital".
[[nodiscard]] bool only_repeats(const Grains& text, const Grains& question);

}  // namespace pith::grading
