// Brings a history up to date with the decks as they are now: what was renamed keeps its history
// (`was:`), and due days follow the decks' wishes.
#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "deck/index/summary.h"
#include "deck/item.h"
#include "history/store.h"
#include "session/candidate.h"

namespace pith::session {

/// The decks of a collection: what is known of each, and how to read one in whole.
struct KnownDecks {
  std::span<const deck::DeckSummary> summaries;
  std::function<deck::Deck(std::size_t)> read;  ///< By place among the summaries.
};

/// Whether a history with these stamps (History::rule_stamps()) knows the rules of the deck as it
/// is now.
[[nodiscard]] bool is_told(const std::map<std::string, std::string>& stamps,
                           const deck::DeckSummary& deck, const Wishes& wishes);

/// Writes alias events for `was:` entries whose former name has history and for ids added later,
/// and the rules of decks that changed since the last call. Reads only such decks, and writes
/// nothing where nothing changed.
void adopt(history::History& history, const KnownDecks& decks, const Wishes& wishes,
           const history::When& when);
void adopt(history::History& history, std::span<const deck::Deck> decks, const Wishes& wishes,
           const history::When& when);

/// The decks in which something is renamed by `was:` whose history adopt() would join: until then
/// it is as if it were new.
[[nodiscard]] std::vector<std::string> not_joined_yet(const history::History& history,
                                                      const KnownDecks& decks);

}  // namespace pith::session
