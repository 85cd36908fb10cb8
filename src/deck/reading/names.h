// Which ids a deck and an item may have.
#pragma once

#include <string_view>

namespace pith::deck {

/// `[a-z0-9][a-z0-9-]*`.
[[nodiscard]] bool is_deck_id(std::string_view id);

/// A command of pith cannot be the id of a deck: `pith drill` would be ambiguous.
[[nodiscard]] bool is_command_name(std::string_view id);

/// One word without spaces, `/`, and what selectors and lists give a meaning: `* ? [ ] { } , "`.
[[nodiscard]] bool is_item_id(std::string_view id);

}  // namespace pith::deck
