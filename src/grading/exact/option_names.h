// How an answer names options: by a letter, by a text, by both, or several in a row.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "deck/item.h"

namespace pith::grading {

/// The numbers of the options that a piece names and nothing else, also with words around them that
/// only present them; none if there is anything else. Requires an item of Kind::choices.
[[nodiscard]] std::vector<std::size_t> options_named(const deck::Item& item,
                                                     std::string_view piece);

/// The pieces of a list of options; what several in a row make together is one if an option has
/// that text.
[[nodiscard]] std::vector<std::string_view> option_pieces(const deck::Item& item,
                                                          std::string_view answer);

}  // namespace pith::grading
