// The languages of a deck that names none: its items may differ.
#pragma once

#include "deck/item.h"

namespace pith::deck {

/// Gives each item the language of its own text: `zh` if the question has more than two Han
/// characters to a word of another script, or question and points together at least one, else `en`;
/// the deck gets `zh` if one of them is. An item without any words is in the deck's language, which
/// stays as it is if none has words.
void set_languages(Deck& deck);

/// Whether every item is in the deck's language, so that the deck may name it for all.
[[nodiscard]] bool is_in_one_language(const Deck& deck);

}  // namespace pith::deck
