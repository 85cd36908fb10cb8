// When items are due by the decks as they are now, also where the history was not told of a change
// yet (session/upkeep.h): what only reads needs no session in between.
#pragma once

#include <span>
#include <vector>

#include "deck/item.h"
#include "history/day.h"
#include "history/store.h"
#include "session/candidate.h"

namespace pith::session {

/// Items of these decks that are due on `day` or before, in no order.
[[nodiscard]] std::vector<history::DueItem> due_days(const history::History& history,
                                                     memory::StudyDay day,
                                                     std::span<const deck::Deck> decks,
                                                     const Wishes& wishes);

}  // namespace pith::session
