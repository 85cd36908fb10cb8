// Adds `accept` wordings to a point in the text of a deck file, leaving every other byte as it is.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace pith::deck {

/// The text of the deck with the wordings added behind those that the point accepts already.
/// `item` and `point` are indices into the deck that the text reads as. The result is read again
/// before it is returned: nothing but that list may have changed. Throws InvalidInput, with place
/// and remedy, if the text is no deck or is laid out in a way that cannot be edited safely (an
/// alias, an item in braces), or if a wording is none: it has a line break, or what cannot be seen.
[[nodiscard]] std::string with_accepted(std::string_view text, std::size_t item, std::size_t point,
                                        std::span<const std::string> wordings);

}  // namespace pith::deck
