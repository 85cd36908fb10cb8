// Where a thing with history has vanished from a deck while a similar one is new: they may be the
// same, reworded.
#pragma once

#include <string>
#include <vector>

#include "history/identity.h"

namespace pith::history {

struct Proposal {
  Name from;                 ///< With history, gone from the deck.
  Name to;                   ///< Of the same kind, in the deck, without history.
  std::string from_wording;  ///< As last asked.
  std::string to_wording;
  double similarity = 0.0;  ///< [0, 1]; 1 for the same letters.
};

/// The pairs of a deck, the most similar first; nothing is in two of them. Points of one item only
/// are paired with each other.
[[nodiscard]] std::vector<Proposal> proposals(const History& history, const deck::Deck& deck);

}  // namespace pith::history
