// Reads the key points of an item, and the samples that refer to them.
#pragma once

#include <string_view>
#include <vector>

#include "deck/item.h"
#include "deck/reading/fields.h"
#include "deck/yaml/complaints.h"
#include "deck/yaml/yaml_tree.h"

namespace pith::deck {

/// The points under `points:`, in any of their three spellings; ids are set and unique.
[[nodiscard]] std::vector<Point> read_points(const Node& list, Complaints& complaints);

/// The samples of an item; `hits` may name a point by its id or its name.
[[nodiscard]] std::vector<Sample> read_samples(const Fields& item, const std::vector<Point>& points,
                                               Complaints& complaints);

}  // namespace pith::deck
