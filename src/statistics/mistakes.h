// What was said where a point failed: needs the texts of answers, so it asks the history.
#pragma once

#include <span>

#include "deck/item.h"
#include "history/store.h"
#include "statistics/statistics.h"

namespace pith::statistics {

/// Fills in what was said instead of the weakest points, and which points were confused: the latest
/// failed answers said another point's name or accepted wording, outside of what earned a point.
/// `items` are those of the decks.
void add_mistakes(Statistics& figures, const history::History& history,
                  std::span<const deck::Item* const> items);

}  // namespace pith::statistics
