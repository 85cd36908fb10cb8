// Decks that go to another program and come home, and what is compared of them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <catch2/catch.hpp>

#include "deck/reading/reader.h"
#include "exchange/exported.h"
#include "exchange/formats.h"
#include "exchange/results.h"

namespace pith::test {

inline deck::Deck deck_from(const std::string& yaml) {
  auto read = deck::read_deck(yaml, "deck.yaml");
  INFO((read.diagnostics.empty() ? "" : read.diagnostics[0].message));
  REQUIRE(read.deck);
  return *read.deck;
}

/// Decks exported and imported, without a history.
inline exchange::Imported sent_home(const std::vector<deck::Deck>& decks, std::string_view to,
                                    std::string_view from) {
  exchange::Exportable what;
  what.decks = decks;
  what.answers = [](const deck::Item&) { return std::vector<history::LoggedAnswer>(); };
  what.state = [](const deck::Item&) { return std::nullopt; };
  what.picture = [](const deck::Deck&, std::string_view) { return std::nullopt; };
  what.now = memory::Instant{std::chrono::milliseconds(1'764'000'000'000)};
  const auto bytes = exchange::export_format_named(to)->write(what).bytes;
  return exchange::import_format_named(from)->read({"x." + std::string(to), bytes});
}

inline Texts ids_of(const deck::Deck& deck) {
  Texts ids;
  for (const auto& item : deck.items) {
    ids.push_back(item.id);
  }
  return ids;
}

/// What an item asks: its kind, and its points under their ids.
inline std::string asked_by(const deck::Item& item) {
  auto text = item.id + " " + std::string(deck::name_of(item.kind)) + " " + item.question;
  for (const auto& point : item.points) {
    text += " | " + point.id + "=" + point.group + "/" + point.name + "/" + point.detail;
  }
  for (const auto& choice : item.choices) {
    text += (choice.correct ? " +" : " -") + choice.text;
  }
  return text + (item.number ? " ±" + std::to_string(item.number->tolerance) : "");
}

/// All that a printed document holds of an item.
inline std::string printed_of(const deck::Item& item) {
  auto text = item.question;
  for (const auto& point : item.points) {
    text += "\n* [" + point.group + "] " + point.name + ": " + point.detail;
    text += item.kind == deck::Kind::points ? " = " + point.id : "";
  }
  text += "\n= " + item.example + "\n= " + item.explanation;
  for (const auto& hint : item.hints) {
    text += "\n? " + hint;
  }
  return text;
}

}  // namespace pith::test
