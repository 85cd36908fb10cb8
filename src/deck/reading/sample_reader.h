// Reads the samples of an item, which refer to its points.
#pragma once

#include <vector>

#include "deck/item.h"
#include "deck/reading/fields.h"
#include "deck/yaml/complaints.h"

namespace pith::deck {

/// The samples of an item; `hits` may name a point by its id or its name.
[[nodiscard]] std::vector<Sample> read_samples(const Fields& item, const std::vector<Point>& points,
                                               Complaints& complaints);

}  // namespace pith::deck
