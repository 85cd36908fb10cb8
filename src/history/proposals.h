// Where something with history has vanished while something like it is new: they may be the same,
// reworded, moved to another deck, or of a deck that was renamed.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "history/identity.h"

namespace pith::history {

struct Proposal {
  Name from;                 ///< With history, gone: a deck, an item or a point.
  Name to;                   ///< Of the same kind, in a deck; an item without history or a point
                             ///< with little, never asked together with the other.
  std::string from_wording;  ///< As last asked; empty for a deck.
  std::string to_wording;    ///< Of a deck its title.
  double similarity = 0.0;   ///< [0, 1]; 1 for the same letters; of decks the share of
                             ///< questions; 0.6 at least of items whose points are the same.
  std::size_t answered = 0;  ///< Of a deck that is gone: its questions with history,
  std::size_t kept = 0;      ///< and how many of these the other deck has.
  bool elsewhere = false;    ///< Another device renamed `to` to `from`: this deck is the older one.
};

/// The pairs of a collection, the most similar first. Nothing gone is in two of them; nothing new
/// is, but for a point into which several were merged. An item of another deck must have the same
/// letters, or the same id and more in common, and points of one item only are paired. `decks` are
/// all that there are: what is in none of them counts as gone.
[[nodiscard]] std::vector<Proposal> proposals(const History& history,
                                              std::span<const deck::Deck> decks);

/// A pair of one's own: something gone, and something of the same kind that `decks` have. What is
/// not known to have been asked has no wording, and is similar to nothing.
[[nodiscard]] Proposal pair_of(const History& history, std::span<const deck::Deck> decks,
                               const Name& from, const Name& to);

}  // namespace pith::history
