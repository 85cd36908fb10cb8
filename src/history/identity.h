// How history follows edits of decks: `was:` becomes alias events, and what vanished is found.
#pragma once

#include <functional>
#include <span>
#include <string>
#include <vector>

#include "deck/item.h"
#include "history/store.h"

namespace pith::history {

/// What stands in a collection: what bears a name today keeps its history.
struct Present {
  std::vector<std::string> decks;  ///< Ids of all.
  /// Whether one of them has an item of that name. Asked seldom, about other decks alone.
  std::function<bool(const ItemId&)> has_item = [](const ItemId&) { return false; };
};

/// The aliases that a deck asks for and the log does not have yet: where there is history under a
/// former name that nothing bears any more, or bears now instead of another. Former names are those
/// of `was:`, and what an item or a point with an id would be called without it: an id added later
/// costs nothing. Append them and ask again until there are none: what a deck brings along may have
/// been renamed as well. For an item moved from another deck, `was:` holds `deck/item`. Of several
/// that claim one name the first in the file gets it.
[[nodiscard]] std::vector<Alias> aliases_wanted(const History& history, const deck::Deck& deck,
                                                const Present& present);

/// Appends all of them, in one commit a round; how many there were.
std::size_t adopt_former_names(History& history, const When& when, const deck::Deck& deck,
                               const Present& present);

/// What decks claim by `was:` and do not get: names with history that another item of the deck, or
/// another point of the item, bears and keeps.
[[nodiscard]] std::vector<Alias> claims_refused(const History& history,
                                                std::span<const deck::Deck> decks);

/// `deck`, `deck/item` or `deck/item/point`.
[[nodiscard]] std::string to_text(const Name& name);

/// A thing with history that its deck no longer has.
struct Vanished {
  Name name;                        ///< An item (point empty) or a point.
  std::string wording;              ///< As last asked: question or point; may be empty.
  std::vector<std::string> points;  ///< Of an item: their wordings, as last asked.
};

/// Items of the deck that were answered, and points of the items it still has that have history,
/// but are gone.
[[nodiscard]] std::vector<Vanished> vanished(const History& history, const deck::Deck& deck);

/// The same of all decks, and every item of decks that are not there. What some `was:` claims is
/// not gone.
[[nodiscard]] std::vector<Vanished> vanished(const History& history,
                                             std::span<const deck::Deck> decks);

}  // namespace pith::history
