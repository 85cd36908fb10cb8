// What holds of everything that an importer gives.
#pragma once

#include <chrono>
#include <optional>

#include "base/error.h"
#include "deck/editing/deck_writer.h"
#include "deck/reading/reader.h"
#include "exchange/anki/anki_package.h"
#include "exchange/exported.h"
#include "exchange/imported.h"
#include "fuzzer.h"
#include "support/deck_fields.h"
#include "text/utf8.h"

namespace pith::fuzz {

/// An imported deck keeps the rules of decks, so that its file can be read.
inline void check_deck(const deck::Deck& deck) {
  require(!deck.items.empty(), "no deck without items is imported");
  const auto again = deck::read_deck(deck::write_deck(deck), "deck.yaml");
  require(again.deck.has_value(), "an imported deck can be read");
  require(test::fields_of(*again.deck) == test::fields_of(deck),
          "an imported deck reads as it was imported");
}

/// Packages take longer than all else together, so they are written only where `packages` says so.
inline void check_exports(const deck::Deck& deck, bool packages) {
  exchange::Exportable what;
  what.decks = {deck};
  what.answers = [](const deck::Item&) { return std::vector<history::LoggedAnswer>(); };
  what.reviews = [](const deck::Item&) { return std::vector<history::PointReview>(); };
  what.state = [](const deck::Item&) { return std::nullopt; };
  what.picture = [](const deck::Deck&, std::string_view) { return std::nullopt; };
  what.now = memory::Instant{std::chrono::hours{500'000}};
  for (const auto& format : exchange::export_formats()) {
    const bool package = format.name == "apkg";
    if (!package || packages) {
      const auto exported = format.write(what);
      require(package || !text::find_invalid_utf8(exported.bytes),
              "what is exported as text is UTF-8");
    }
  }
}

inline void check_history(const exchange::ImportedHistory& history) {
  memory::Instant last{};
  std::size_t told = 0;
  history.for_each([&](const exchange::ImportedReview& review) {
    require(review.card < history.cards.size(), "a review is of a card");
    require(told == 0 || review.time >= last, "reviews come in order of time");
    last = review.time;
    ++told;
  });
  require(told <= history.reviews, "no more reviews come than were promised");
}

inline void check_imported(const exchange::Imported& imported, bool packages = false) {
  for (const auto& deck : imported.decks) {
    check_deck(deck);
    check_exports(deck, packages);
  }
  if (imported.history) {
    check_history(*imported.history);
  }
  for (const auto& medium : imported.media) {
    require(exchange::is_plain_file_name(medium.name), "media stay in their folder");
    try {
      static_cast<void>(medium.bytes());
    } catch (const InvalidInput&) {  // damaged: so it says
    }
  }
}

}  // namespace pith::fuzz
