// What the log knows that bears on a scorecard: earlier sessions of its kind, and points that are
// missed again and again.
#pragma once

#include "history/store.h"
#include "report/scorecard.h"

namespace pith::report {

/// Fills in `missed_most`, `learn_next` and `earlier` of a card whose marks are there.
void look_back(Scorecard& card, const history::History& history, const history::Uuid& session);

}  // namespace pith::report
