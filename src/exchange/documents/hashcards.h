// Decks of hashcards: Markdown with `Q:`, `A:` and `C: … [deletion] …`.
#pragma once

#include "exchange/imported.h"

namespace pith::exchange {

[[nodiscard]] bool looks_like_hashcards(std::string_view text);

/// A question with its answer is a card, with key points where the answer is a list; a text with
/// `[…]` a cloze; `---` and the next card end one. A front matter gives the deck's name. Headings,
/// comments and loose text are remarked upon.
[[nodiscard]] Imported read_hashcards(const SourceFile& file);

}  // namespace pith::exchange
