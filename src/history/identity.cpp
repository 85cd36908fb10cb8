#include "history/identity.h"

#include <algorithm>
#include <memory>
#include <set>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "history/claims.h"
#include "history/last_asked.h"

namespace pith::history {

namespace {

template <typename Things>
bool bears(const Things& things, const std::string& id) {
  return std::any_of(things.begin(), things.end(),
                     [&](const auto& thing) { return thing.id == id; });
}

std::vector<std::string> ids_of(std::span<const deck::Deck> decks) {
  std::vector<std::string> ids;
  for (const auto& deck : decks) {
    ids.push_back(deck.id);
  }
  return ids;
}

/// Adds what aliases_wanted() would take for the deck in all its rounds, by the names of today.
void add_claimed(const History& history, const deck::Deck& deck, const Present& present,
                 std::set<Name>& claimed) {
  for (const auto& wanted :
       {claims_of_deck(history, deck, present), claims_of_items(history, deck, present).granted,
        claims_of_points(history, deck).granted}) {
    for (const Alias& alias : wanted) {
      claimed.insert(alias.from);
    }
  }
}

/// What bears a name in these decks, which must outlive it.
Present present_in(std::span<const deck::Deck> decks) {
  const auto items = std::make_shared<std::set<std::pair<std::string_view, std::string_view>>>();
  for (const auto& deck : decks) {
    for (const deck::Item& item : deck.items) {
      items->emplace(deck.id, item.id);
    }
  }
  return {ids_of(decks), [items](const ItemId& id) { return items->contains({id.deck, id.item}); }};
}

Vanished vanished_item(const History& history, const ItemId& item) {
  const auto content = last_content(history, item);
  Vanished gone{{item.deck, item.item, ""}, content.question, {}};
  for (const auto& point : content.points) {
    gone.points.push_back(point.wording);
  }
  return gone;
}

}  // namespace

std::string to_text(const Name& name) {
  return name.deck + (name.item.empty() ? "" : "/" + name.item) +
         (name.point.empty() ? "" : "/" + name.point);
}

std::vector<Alias> aliases_wanted(const History& history, const deck::Deck& deck,
                                  const Present& present) {
  std::vector<Alias> aliases = claims_of_deck(history, deck, present);
  if (aliases.empty()) {
    aliases = claims_of_items(history, deck, present).granted;
  }
  return aliases.empty() ? claims_of_points(history, deck).granted : aliases;
}

std::size_t adopt_former_names(History& history, const When& when, const deck::Deck& deck,
                               const Present& present) {
  std::size_t adopted = 0;
  for (;;) {
    const auto aliases = aliases_wanted(history, deck, present);
    if (aliases.empty()) {
      return adopted;
    }
    history.append(when, std::vector<Body>(aliases.begin(), aliases.end()));
    adopted += aliases.size();
  }
}

std::vector<Alias> claims_refused(const History& history, std::span<const deck::Deck> decks) {
  const auto present = present_in(decks);
  std::vector<Alias> refused;
  for (const auto& deck : decks) {
    for (const auto& claims :
         {claims_of_items(history, deck, present), claims_of_points(history, deck)}) {
      refused.insert(refused.end(), claims.refused.begin(), claims.refused.end());
    }
  }
  return refused;
}

std::vector<Vanished> vanished(const History& history, const deck::Deck& deck) {
  std::unordered_map<std::string_view, const deck::Item*> items;
  for (const deck::Item& item : deck.items) {
    items.emplace(item.id, &item);
  }
  std::vector<Vanished> gone;
  for (const ItemState& known : history.states(deck.id)) {
    const auto item = items.find(known.id.item);
    if (item == items.end()) {
      if (known.answers > 0) {
        gone.push_back(vanished_item(history, known.id));
      }
      continue;
    }
    for (const PointState& point : known.points) {
      if (!bears(item->second->points, point.id)) {
        gone.push_back(
            {{deck.id, known.id.item, point.id}, last_wording(history, known.id, point.id), {}});
      }
    }
  }
  return gone;
}

std::vector<Vanished> vanished(const History& history, std::span<const deck::Deck> decks) {
  const auto present = present_in(decks);
  auto accounted_for = present.decks;
  std::set<Name> claimed;
  std::vector<Vanished> gone;
  for (const auto& deck : decks) {
    add_claimed(history, deck, present, claimed);
    accounted_for.insert(accounted_for.end(), deck.was.begin(), deck.was.end());
    const auto of_deck = vanished(history, deck);
    gone.insert(gone.end(), of_deck.begin(), of_deck.end());
  }
  for (const auto& id : history.known_decks()) {
    if (std::count(accounted_for.begin(), accounted_for.end(), id) == 0) {
      deck::Deck absent;
      absent.id = id;
      const auto of_deck = vanished(history, absent);
      gone.insert(gone.end(), of_deck.begin(), of_deck.end());
    }
  }
  std::erase_if(gone, [&](const Vanished& each) {
    const Name item = {each.name.deck, each.name.item, ""};
    return claimed.contains(each.name) || claimed.contains(item);
  });
  return gone;
}

}  // namespace pith::history
