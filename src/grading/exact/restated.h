// Answers, compared rather than understood, that repeat words of the question.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "grading/words/grains.h"

namespace pith::grading {

/// Which of the accepted wordings stands in the answer among nothing but words of the question,
/// other accepted wordings and words that say nothing ("the capital of France is Paris",
/// 秦始皇嬴政). Never one that says nothing that the question does not, nor one that shares a word
/// with a question that leaves a choice ("TCP or UDP"); none where the answer denies something or
/// leaves a choice, or is no sentence but a text.
[[nodiscard]] std::optional<std::size_t> restated_in(const Grains& answer,
                                                     std::span<const Grains> accepted,
                                                     const Grains& question);

/// Which grains of the answer are the wording's, wherever it stands there as a whole.
[[nodiscard]] std::vector<bool> places_of(const Grains& wording, const Grains& answer);

/// Whether a text denies, turns round or opposes something, or says "or".
[[nodiscard]] bool denies_or_leaves_a_choice(const Grains& text);

/// Which grains say nothing that the question does not: its own, and grammatical and general words.
[[nodiscard]] std::vector<bool> repeated(const Grains& text, const Grains& question);

/// Whether a text says nothing but what the question does, and something of that: "the capital".
[[nodiscard]] bool only_repeats(const Grains& text, const Grains& question);

}  // namespace pith::grading
