// What a card of Anki or of a table does not show of an item: its kind, and the ids of its points.
// They go along in a comment before the card's back.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "deck/item.h"

namespace pith::exchange {

/// The comment, as HTML; empty where the sides of the card tell all. `typing_shows`: the card says
/// by itself that its answer is typed.
[[nodiscard]] std::string kind_mark(const deck::Item& item, bool typing_shows);

/// The item that such a comment at the beginning of a field makes of the sides, given as text.
/// Empty if there is none, or the sides are no more what it says.
[[nodiscard]] std::optional<deck::Item> item_of_mark(std::string_view html, std::string_view front,
                                                     std::string_view back);

}  // namespace pith::exchange
