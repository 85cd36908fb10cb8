#include "deck/points.h"

#include <algorithm>

namespace pith::deck {

std::optional<std::size_t> place_of_point(const Item& item, std::string_view id) {
  const auto found = std::ranges::find(item.points, id, &Point::id);
  return found == item.points.end()
             ? std::nullopt
             : std::optional(static_cast<std::size_t>(found - item.points.begin()));
}

const Point* find_point(const Item& item, std::string_view id) {
  const auto place = place_of_point(item, id);
  return place ? &item.points[*place] : nullptr;
}

}  // namespace pith::deck
