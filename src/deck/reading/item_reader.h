// Reads the items of a deck.
#pragma once

#include "deck/item.h"
#include "deck/reading/fields.h"
#include "deck/yaml/complaints.h"
#include "deck/yaml/yaml_tree.h"

namespace pith::deck {

/// The settings that the map holds, those of `base` for the others.
[[nodiscard]] Settings read_settings(const Fields& fields, Settings base);

/// The items under `items:`, added to the deck, whose other fields are set; ids are set and unique.
void read_items(const Node& list, const Settings& defaults, Deck& deck, Complaints& complaints);

}  // namespace pith::deck
