// The database layout of Anki packages that pith writes (schema 11): tables, note types, decks.
// Internal to anki_export.cpp.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "deck/item.h"
#include "memory/study_day.h"

namespace pith::exchange {

/// The note types that pith's items become. Their ids are the same in every package, so that Anki
/// knows them again.
enum class AnkiForm : std::int64_t {
  card = 1'786'000'000'001,
  both_ways = 1'786'000'000'002,
  answer = 1'786'000'000'003,  ///< To be typed.
  cloze = 1'786'000'000'004
};

/// `CREATE TABLE …` for everything.
[[nodiscard]] const char* anki_tables();

/// The columns `models`, `decks`, `dconf` and `conf` of the table `col`, as JSON.
[[nodiscard]] std::string anki_models(std::int64_t seconds);
[[nodiscard]] std::string anki_decks(const std::vector<deck::Deck>& decks, std::int64_t seconds);
[[nodiscard]] std::string anki_options();
[[nodiscard]] std::string anki_configuration();

/// The id that a deck has in every package.
[[nodiscard]] std::int64_t anki_deck_id(std::string_view deck);
/// A number of 41 bits that follows from a text and could be an old time in ms, as Anki's ids are.
[[nodiscard]] std::int64_t anki_number(std::string_view text);

}  // namespace pith::exchange
