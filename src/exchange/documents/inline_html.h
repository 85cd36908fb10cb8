// HTML that people write into Markdown: entities, line breaks, tags around a few words.
#pragma once

#include <string>
#include <string_view>

#include "deck/item.h"

namespace pith::exchange {

/// The Markdown with entities as their characters, `<br>` as `line_break`, and what Markdown has
/// for `<b>`, `<kbd>`, `<sub>` and the like. Code, formulas, comments, escaped characters, other
/// tags and those that nothing closes stay as they stand. Requires valid UTF-8.
[[nodiscard]] std::string without_inline_html(std::string_view markdown, char line_break = '\n');

/// The same for the texts that an item shows; those of a cloze are left.
void drop_inline_html(deck::Item& item);

/// The Markdown of which without_inline_html makes this text.
[[nodiscard]] std::string guarded_from_html(std::string_view text);

}  // namespace pith::exchange
