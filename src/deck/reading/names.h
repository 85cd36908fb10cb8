// Which ids a deck and an item may have.
#pragma once

#include <span>
#include <string_view>

#include "deck/yaml/complaints.h"
#include "deck/yaml/yaml_tree.h"

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

/// Warns of an id without quotes that others do not read as it stands: `no`, `1e3`, `007`.
void warn_of_type(const Node& id, Complaints& complaints);

}  // namespace pith::deck
