// Answers that say which options are not, and that the others are: 蝙蝠不是，其他都是.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "deck/item.h"

namespace pith::grading {

/// The options that an answer denies while it says of all others that they are ("the bat isn't, the
/// others are"). Empty where it says nothing of the others, or anything beside that, and where the
/// question itself denies something. Requires an item of Kind::choices.
[[nodiscard]] std::vector<std::size_t> options_unlike_rest(const deck::Item& item,
                                                           std::string_view answer);

}  // namespace pith::grading
