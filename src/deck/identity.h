// What an item is called when its author gave it no id. Part of the deck format, for histories
// refer to it: never change.
#pragma once

#include <string>
#include <string_view>

namespace pith::deck {

struct Item;

/// `q-` and the first 10 base32 characters of the SHA-256 of the normalised question: NFKC,
/// case-folded, spaces and punctuation dropped.
[[nodiscard]] std::string id_of_question(std::string_view question);

/// Whether an id is one that follows from a question, or such a one with something behind it.
[[nodiscard]] bool is_id_of_question(std::string_view id);

/// Ends the id of a card's other direction.
inline constexpr std::string_view kReversed = "-reversed";

/// The id of the other direction of the card with this id.
[[nodiscard]] std::string reversed_id(std::string_view card);

/// Whether `other` is what `reversed: true` makes of the card: the two are one note.
[[nodiscard]] bool is_reverse_of(const Item& other, const Item& card);

}  // namespace pith::deck
