// What a deck loses when another one takes its place.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/json_fwd.h"
#include "cli/context.h"
#include "deck/item.h"
#include "history/identity.h"

namespace pith::cli {

/// An item or a point that the new deck has no more.
struct Gone {
  history::Name name;
  std::string wording;                ///< Its question, or the name of the point.
  std::optional<bool> has_history{};  ///< Empty: that could not be found out.
};

/// Items of the deck before that the one after it lacks, and points of the items that both have.
struct ReplacedDeck {
  std::vector<Gone> items;
  std::vector<Gone> points;
};

/// What goes if `after` takes the place of the deck in the file that holds `bytes`; empty if that
/// is no deck. Reads the history only if anything goes.
[[nodiscard]] std::optional<ReplacedDeck> replaced_deck(const Context& context,
                                                        const std::string& bytes,
                                                        const std::string& path,
                                                        const deck::Deck& after);

/// On stderr: how many went, which, and what became of their history; nothing if none did.
void print_gone(Context& context, const std::string& path, const ReplacedDeck& deck);

/// `gone` of `pith import --json`.
[[nodiscard]] base::Json to_json(const ReplacedDeck& deck);

}  // namespace pith::cli
