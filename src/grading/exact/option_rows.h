// Options named in a row: by their letters (A, B and D), or by their texts.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "deck/item.h"

namespace pith::grading {

/// Options that a piece names by a letter, or by several letters in a row; none if anything else
/// stands there.
[[nodiscard]] std::vector<std::size_t> options_lettered(const deck::Item& item,
                                                        std::string_view piece);

/// Options whose texts stand in a row ("TCP and UDP", "a bat and the flying fish",
/// 线性回归和决策树); none if anything else does.
[[nodiscard]] std::vector<std::size_t> options_in_a_row(const deck::Item& item,
                                                        std::string_view piece);

/// Whether a word that ends at `at` in folded text may end there.
[[nodiscard]] bool word_may_end(std::u32string_view text, std::size_t at);

}  // namespace pith::grading
