// What is said of a deck that came with pith and is left aside because the learner has decks.
#pragma once

#include <string>

#include "cli/context.h"
#include "deck/index/summary.h"

namespace pith::cli {

/// Says that it is left aside and, where that overwrites nothing, by which command it is added to
/// the learner's decks.
[[nodiscard]] std::string left_aside(const Context& context, const deck::DeckSummary& shipped);

}  // namespace pith::cli
