// Reads the key points of an item.
#pragma once

#include <vector>

#include "deck/item.h"
#include "deck/yaml/complaints.h"
#include "deck/yaml/yaml_tree.h"

namespace pith::deck {

/// The points under `points:`, in any of their three spellings; ids are set and unique.
[[nodiscard]] std::vector<Point> read_points(const Node& list, Complaints& complaints);

}  // namespace pith::deck
