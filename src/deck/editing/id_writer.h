// Writes ids into the text of a deck file, leaving every other byte as it is.
#pragma once

#include <string>
#include <string_view>

namespace pith::deck {

/// The text with an `id:` for every item that has none: the one it goes by already, so that its
/// history stays its own. The result is read again before it is returned: nothing else may have
/// changed. Throws InvalidInput, with the line, if the text is no deck or an item is laid out in a
/// way that cannot be edited safely.
[[nodiscard]] std::string with_item_ids(std::string_view text);

}  // namespace pith::deck
