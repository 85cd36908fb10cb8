// The canonical layout of a deck file: two columns a level, one space where one will do, one blank
// line at most. Comments, the order of keys and line breaks stay as they were made by hand.
#pragma once

#include <string>
#include <string_view>

namespace pith::deck {

/// The text laid out. Nothing but white space differs, and it reads as the same deck: both are
/// checked. Laying it out again changes nothing. Throws InvalidInput, with the line, if the text
/// is no deck or holds something that pith does not lay out (anchors, aliases, `?`).
[[nodiscard]] std::string laid_out(std::string_view text);

}  // namespace pith::deck
