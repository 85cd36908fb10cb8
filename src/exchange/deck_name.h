// What a deck is called that is made of a file.
#pragma once

#include <string>
#include <string_view>

#include "deck/item.h"

namespace pith::exchange {

/// A text as a deck's id: its letters and digits as lower-case ASCII with `-` between, the name of
/// a command with `-deck` behind it; `fallback` if it has none.
[[nodiscard]] std::string deck_id_from(std::string_view text, std::string_view fallback);

/// Names a deck after the file of which it is made, by its id and its source, the file's own name.
void name_after(deck::Deck& deck, std::string_view file);

/// Gives a deck that has no title, and whose id could not tell its file's name, that for its title.
void title_nameless(deck::Deck& deck);

}  // namespace pith::exchange
