// Options that are chosen in a sentence which repeats the question: "you give up availability".
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "deck/item.h"

namespace pith::grading {

/// The only option that stands in a piece, among nothing but words of the question, words that say
/// nothing and, where the question asks what is given up or kept, other words for that ("you lose
/// availability"). Empty where the piece denies something or leaves a choice, or where the question
/// names the option.
[[nodiscard]] std::optional<std::size_t> option_restated(const deck::Item& item,
                                                         std::string_view piece);

/// The answer up to what it concludes from that (自西向东，所以…), unless an option stands there.
[[nodiscard]] std::string_view without_conclusion(const deck::Item& item, std::string_view answer);

}  // namespace pith::grading
