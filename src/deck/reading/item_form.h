// Which form of item a map of a deck file is: its keys say so.
#pragma once

#include "deck/yaml/complaints.h"
#include "deck/yaml/keys.h"
#include "deck/yaml/yaml_tree.h"

namespace pith::deck {

/// The form of an item; null, with a complaint, if it has none or several.
[[nodiscard]] const ItemForm* form_of(const Node& node, Complaints& complaints);

}  // namespace pith::deck
