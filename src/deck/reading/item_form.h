// Which form of item a map of a deck file is: its keys say so.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "deck/yaml/complaints.h"
#include "deck/yaml/yaml_tree.h"

namespace pith::deck {

/// The key that makes an item what it is, and those that only its form has.
struct ItemForm {
  std::string_view key;
  std::vector<std::string> keys;
};

/// The form of an item; null, with a complaint, if it has none or several.
[[nodiscard]] const ItemForm* form_of(const Node& node, Complaints& complaints);

/// Every key an item of the form may have; of any form if it has none.
[[nodiscard]] std::vector<std::string> keys_of(const ItemForm* form);

}  // namespace pith::deck
