// Ids of items and GUIDs of Anki's notes: each can be made of the other, so that what goes to and
// fro stays the same note.
#pragma once

#include <string>
#include <string_view>

namespace pith::exchange {

/// The GUID under which an item stands in Anki: the one it came with (`anki-…`), else
/// `pith:deck/item`.
[[nodiscard]] std::string guid_of(std::string_view deck, std::string_view item);

/// The id of the item that a note gives: its own if pith wrote the GUID, else `anki-` and the GUID
/// with everything but letters, digits, `_` and `.` as `-` and two hexadecimal digits.
[[nodiscard]] std::string item_id_of(std::string_view guid);

/// The deck of the item, if pith wrote the GUID; else empty.
[[nodiscard]] std::string own_deck_of(std::string_view guid);

/// Whether pith wrote the GUID.
[[nodiscard]] bool is_own_guid(std::string_view guid);

}  // namespace pith::exchange
