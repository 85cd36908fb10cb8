// The keys of the maps that decks and practices are made of: one table for those who read them, for
// those who tell what a slip of the pen was meant to be, and for the schemas, which a test
// compares.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace pith::deck {

/// In the order in which messages name them.
using Keys = std::vector<std::string>;

[[nodiscard]] const Keys& deck_keys();
/// Below `defaults`.
[[nodiscard]] const Keys& default_keys();
[[nodiscard]] const Keys& choices_keys();
[[nodiscard]] const Keys& point_keys();
[[nodiscard]] const Keys& sample_keys();
[[nodiscard]] const Keys& practice_keys();
[[nodiscard]] const Keys& section_keys();

/// The key that makes an item what it is, and those that only its form has.
struct ItemForm {
  std::string_view key;
  Keys keys;
};
[[nodiscard]] const std::array<ItemForm, 5>& item_forms();

/// Every key an item of the form may have; of any form if it has none.
[[nodiscard]] Keys keys_of(const ItemForm* form);

/// Whether any of these maps has a key of this name.
[[nodiscard]] bool is_key(std::string_view word);

}  // namespace pith::deck
