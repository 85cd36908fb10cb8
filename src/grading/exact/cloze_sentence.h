// Clozes answered by the whole sentence.
#pragma once

#include <string_view>
#include <vector>

#include "deck/item.h"

namespace pith::grading {

/// What an answer that repeats the text of a cloze has in the place of each gap, in their order, as
/// views into it; empty if it does not repeat it (but for punctuation, blanks and case), or if two
/// gaps have no word between them.
[[nodiscard]] std::vector<std::string_view> fillers_in_sentence(const deck::Item& item,
                                                                std::string_view answer);

}  // namespace pith::grading
