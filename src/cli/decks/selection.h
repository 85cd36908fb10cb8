// Finds the items that the selectors of a command mean.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "cli/command_line.h"
#include "cli/context.h"
#include "deck/collection.h"

namespace pith::cli {

/// Gives a command its selectors.
void take_selectors(Command command, std::vector<std::string>& selectors);

/// Items together with the collection that owns them.
struct Selection {
  deck::Collection collection;
  std::vector<const deck::Item*> items;  ///< In the order of the collection.
};

/// The items that the selectors mean; all if there is none. Files and folders among the selectors
/// are read as well, and nothing else where there are only such. Broken decks are warned of. Throws
/// UsageError for a selector that means nothing, InvalidInput if the deck it means is broken.
[[nodiscard]] Selection select_items(Context& context, std::span<const std::string> selectors);

/// As select_items() for a selector that must mean a single item. Throws UsageError if it means
/// several.
[[nodiscard]] Selection select_item(Context& context, const std::string& selector);

/// The same of several selectors, each of which must mean a single item: the items in the order in
/// which they were named, each once.
[[nodiscard]] Selection select_each(Context& context, std::span<const std::string> selectors);

/// The items of a selection that these selectors made, those of the first selector first; within
/// one in the order of the collection. Each once.
[[nodiscard]] std::vector<const deck::Item*> in_order_named(const Selection& selection,
                                                            std::span<const std::string> selectors);

}  // namespace pith::cli
