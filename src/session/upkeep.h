// Brings a history up to date with the decks as they are now: what was renamed keeps its history
// (`was:`), and due days follow the decks' wishes.
#pragma once

#include <span>

#include "deck/item.h"
#include "history/store.h"
#include "session/candidate.h"

namespace pith::session {

/// Writes alias events for `was:` entries whose former name has history and for ids added later,
/// and the rules of decks that changed since the last call. Writes nothing where nothing changed.
void adopt(history::History& history, std::span<const deck::Deck> decks, const Wishes& wishes,
           const history::When& when);

}  // namespace pith::session
