// What is known today and what comes back when. Internal to this folder.
#pragma once

#include <span>
#include <vector>

#include "history/store.h"
#include "statistics/statistics.h"

namespace pith::statistics {

/// Counts and distributions of the points and items that decks have.
[[nodiscard]] Knowledge knowledge_of(const Statistics& figures, std::int64_t points_in_decks);

/// When an item comes back, and when it was last reviewed.
struct Return {
  memory::StudyDay due{};
  memory::StudyDay last_review{};
};

[[nodiscard]] Forecast forecast_of(std::span<const Return> items, memory::StudyDay today);

}  // namespace pith::statistics
