// Which ids a deck and an item may have.
#pragma once

#include <span>
#include <string_view>

namespace pith::deck {

/// `[a-z0-9][a-z0-9-]*`.
[[nodiscard]] bool is_deck_id(std::string_view id);

/// Every command of pith; the command line, which lies above, is the same list.
[[nodiscard]] std::span<const std::string_view> command_names();

/// A command of pith cannot be the id of a deck: `pith drill` would be ambiguous.
[[nodiscard]] bool is_command_name(std::string_view id);

/// One word without spaces, `/`, what selectors and lists give a meaning (`* ? [ ] { } , "`) or
/// documents (backticks, `<`, `>`), and what cannot be seen in a terminal.
[[nodiscard]] bool is_item_id(std::string_view id);

}  // namespace pith::deck
