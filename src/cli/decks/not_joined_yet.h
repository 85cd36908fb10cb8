// What is said while `was:` names history that no review has joined yet.
#pragma once

#include <span>

#include "cli/context.h"
#include "session/upkeep.h"

namespace pith::cli {

/// Says which decks have something renamed that looks new until the next review.
void tell_of_not_joined(const Context& context, const history::History& history,
                        const session::KnownDecks& decks);

/// The same of all decks of a collection. Opens the history only if one of them has a former name.
void tell_of_not_joined(const Context& context, std::span<const deck::Deck> decks);

}  // namespace pith::cli
