// What the words of an item's wordings weigh among the sibling points.
#pragma once

#include <vector>

#include "grading/stretches/targets.h"

namespace pith::grading {

/// The tokens of every wording, by Wording::number.
using WordingTokens = std::vector<std::vector<TokenId>>;

/// Numbers the wordings and adds their words to the vocabulary. They are added in an order of their
/// own, so that the order of the points changes no sum of weights.
[[nodiscard]] WordingTokens add_tokens(Targets& targets);

/// Sets what every token weighs in every wording, and the postings. Needs `in_question`.
void weigh(Targets& targets, const WordingTokens& tokens);

}  // namespace pith::grading
