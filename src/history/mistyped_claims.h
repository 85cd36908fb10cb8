// Former names that were mistyped: what `was:` claims, but nothing was ever called.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "deck/item.h"
#include "history/store.h"

namespace pith::history {

struct MistypedClaim {
  std::string was;    ///< As the deck has it.
  Name to;            ///< What claims it: a deck, an item or a point.
  std::string meant;  ///< The name to write instead, of something with history that is gone.
};

/// Only where something like it is gone: a name that nothing was called may also be of what was
/// never answered, or not on this device. `decks` are all that there are.
[[nodiscard]] std::vector<MistypedClaim> mistyped_claims(const History& history,
                                                         std::span<const deck::Deck> decks);

}  // namespace pith::history
