// Which of the listed items are shown, and in which order, by what the history says of them:
// options of list and search.
#pragma once

#include <string>
#include <string_view>

#include "cli/command.h"
#include "cli/listing.h"

namespace pith::cli {

struct ItemChoice {
  std::string state;  ///< due, new, suspended, buried or leech; empty: all.
  std::string sort;   ///< due, score, difficulty or lapses; empty: as the decks have them.
};

void add_choice_options(Command command, ItemChoice& choice);

/// Leaves only the items in this state, and says on stderr if there is none.
void keep_state(Context& context, Listing& listing, std::string_view state);

/// Does what the options ask for.
void choose(Context& context, Listing& listing, const ItemChoice& choice);

}  // namespace pith::cli
