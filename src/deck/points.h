// The points of an item by their ids.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "deck/item.h"

namespace pith::deck {

/// The place of the item's point of this id.
[[nodiscard]] std::optional<std::size_t> place_of_point(const Item& item, std::string_view id);

/// The point itself; null if the item has none of this id.
[[nodiscard]] const Point* find_point(const Item& item, std::string_view id);

}  // namespace pith::deck
