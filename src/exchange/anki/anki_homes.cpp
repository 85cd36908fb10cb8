#include "exchange/anki/anki_homes.h"

#include <utility>

#include "exchange/anki/anki_schema11.h"
#include "exchange/guid.h"

namespace pith::exchange {
namespace {

constexpr std::string_view kLevel = "::";

/// `A::B::C` as the deck `A` and what is below it, `B::C`.
std::pair<std::string, std::string> split_name(const std::string& name) {
  const auto level = name.find(kLevel);
  return level == std::string::npos
             ? std::pair(name, std::string())
             : std::pair(name.substr(0, level), name.substr(level + kLevel.size()));
}

bool is_below(std::string_view name, std::string_view deck) {
  return name.size() > deck.size() + kLevel.size() && name.starts_with(deck) &&
         name.substr(deck.size()).starts_with(kLevel);
}

}  // namespace

AnkiHomes::AnkiHomes(const AnkiCollection& collection, const AnkiSchema& schema) : schema_(schema) {
  collection.for_each_note([&](const AnkiNote& note) {
    const auto own = own_deck_of(note.guid);
    if (own.empty() || titles_.contains(own)) {
      return;
    }
    const auto written = schema_.decks.find(anki_deck_id(own));
    titles_.emplace(own, written != schema_.decks.end() ? written->second
                                                        : split_name(name_around(note)).first);
  });
}

AnkiHome AnkiHomes::of(const AnkiNote& note) const {
  const auto name = name_around(note);
  const auto written = own_deck_of(note.guid);
  const auto own = written.empty() ? own_deck_around(name) : written;
  const auto found = titles_.find(own);
  if (found == titles_.end()) {
    const auto [top, below] = split_name(name);
    return {"", top, below, description_of(top)};
  }
  const auto& title = found->second;
  return {own, title == own ? "" : title,
          name == title           ? ""
          : is_below(name, title) ? name.substr(title.size() + kLevel.size())
                                  : name,
          description_of(title)};
}

std::string AnkiHomes::description_of(const std::string& deck) const {
  const auto found = schema_.descriptions.find(deck);
  return found == schema_.descriptions.end() ? std::string() : found->second;
}

std::string AnkiHomes::name_around(const AnkiNote& note) const {
  const auto found =
      note.cards.empty() ? schema_.decks.end() : schema_.decks.find(note.cards[0].deck);
  return found == schema_.decks.end() ? "Default" : found->second;
}

/// The only deck of pith that is called so, or is above it; empty if there is none or several.
std::string AnkiHomes::own_deck_around(std::string_view name) const {
  std::string own;
  for (const auto& [id, title] : titles_) {
    if (name == title || is_below(name, title)) {
      if (!own.empty()) {
        return {};
      }
      own = id;
    }
  }
  return own;
}

}  // namespace pith::exchange
