// Puts a new item into the text of a deck file, behind the last one.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace pith::deck {

struct Inserted {
  std::string text;      ///< Of the deck file. It has yet to be read.
  std::size_t line = 0;  ///< Where the new item begins, from 1.
};

/// `item` is YAML whose first key begins at column 0, such as `question: q\nanswer: a\n`; it is
/// indented as the list wants it, and set off by a blank line where the items before it are. Throws
/// InvalidInput, with the line, if the text is no deck or its items stand in brackets.
[[nodiscard]] Inserted with_new_item(std::string_view text, std::string_view item);

}  // namespace pith::deck
