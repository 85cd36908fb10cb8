// Items as JSON and as rows, for the commands that list them.
#pragma once

#include <span>
#include <vector>

#include "base/json_fwd.h"
#include "cli/context.h"
#include "cli/found_in.h"
#include "cli/progress.h"
#include "deck/item.h"

namespace pith::cli {

/// An item with what is known of it.
struct ListedItem {
  const deck::Item* item = nullptr;
  ItemProgress progress;
  std::vector<Place> found_in{};  ///< Of a search.
};

struct Listing {
  std::vector<ListedItem> items;
  memory::StudyDay today;
  bool by_deck = true;  ///< In the order of the collection, so that decks stand together.
};

[[nodiscard]] Listing listing_of(const Context& context, std::span<const deck::Item* const> items);

/// The object of `pith list --json`.
[[nodiscard]] base::Json summary_json(const deck::Item& item, const ItemProgress& progress);

/// Prints items as JSON, or as rows cut to the window with a heading for each deck: the id, the
/// expected score (or `new`), when it is due where something is known and the window has room, the
/// number of points, the question, at a terminal behind where else the words are that were searched
/// for. Decks that do not stand together have no headings, but items their full ids.
void print_list(Context& context, const Listing& listing, bool json);

}  // namespace pith::cli
