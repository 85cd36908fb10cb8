// Which deck of pith a note of Anki belongs to.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "exchange/anki/anki_collection.h"

namespace pith::exchange {

/// Where a note goes.
struct AnkiHome {
  std::string id;  ///< Of the deck from which pith wrote the note, or those around it; else empty.
  std::string title;          ///< Of the deck.
  std::string tag;            ///< The levels below it; empty if there are none.
  std::string description{};  ///< Of the deck.
};

/// Notes that pith wrote go back to their decks, wherever Anki has them now; the notes of others in
/// such a deck go with them. All else belongs to the top-level decks of Anki.
class AnkiHomes {
 public:
  AnkiHomes(const AnkiCollection& collection, const AnkiSchema& schema);

  [[nodiscard]] AnkiHome of(const AnkiNote& note) const;

 private:
  [[nodiscard]] std::string description_of(const std::string& deck) const;
  [[nodiscard]] std::string name_around(const AnkiNote& note) const;
  [[nodiscard]] std::string own_deck_around(std::string_view name) const;

  const AnkiSchema& schema_;
  std::map<std::string, std::string, std::less<>> titles_;  ///< Of pith's decks, by id.
};

}  // namespace pith::exchange
