// Figures added up by deck, tag, item, point or day.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "statistics/statistics.h"

namespace pith::statistics {

/// `deck`, `tag`, `item`, `point` and `day`.
[[nodiscard]] std::vector<std::string> grouping_names();
/// Empty if no grouping is called so.
[[nodiscard]] std::optional<Grouping> grouping_named(std::string_view name);
[[nodiscard]] std::string_view name_of(Grouping grouping);

/// Groups with answers of the period or something in a deck, by key. An item counts in each of its
/// tags. A point has no answers, scores or seconds of its own.
[[nodiscard]] std::vector<Group> groups_by(const Statistics& figures, Grouping grouping);

}  // namespace pith::statistics
