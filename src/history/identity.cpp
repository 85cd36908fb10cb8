#include "history/identity.h"

#include <algorithm>
#include <set>

#include "deck/identity.h"
#include "text/normalise.h"

namespace pith::history {

namespace {

template <typename Things>
bool bears(const Things& things, const std::string& id) {
  return std::any_of(things.begin(), things.end(),
                     [&](const auto& thing) { return thing.id == id; });
}

/// `deck/item`, or an item of `deck`.
ItemId former_item(const std::string& was, const std::string& deck) {
  const auto slash = was.find('/');
  if (slash == std::string::npos) {
    return {deck, was};
  }
  return {was.substr(0, slash), was.substr(slash + 1)};
}

std::vector<Alias> of_deck(const History& history, const deck::Deck& deck,
                           const std::vector<std::string>& present_decks) {
  std::vector<Alias> aliases;
  const auto known = history.known_decks();
  for (const std::string& was : deck.was) {
    const bool taken = std::count(present_decks.begin(), present_decks.end(), was) > 0;
    if (was != deck.id && !taken && std::count(known.begin(), known.end(), was) > 0) {
      aliases.push_back({{was, "", ""}, {deck.id, "", ""}});
    }
  }
  return aliases;
}

void add_item(const History& history, const deck::Deck& deck, const deck::Item& item,
              std::vector<Alias>& aliases) {
  for (const std::string& was : item.was) {
    for (const ItemId& former :
         {former_item(was, deck.id), ItemId{deck.id, deck::id_of_question(was)}}) {
      const bool taken = former.deck == deck.id && bears(deck.items, former.item);
      if (!taken && history.state(former)) {
        aliases.push_back({{former.deck, former.item, ""}, {deck.id, item.id, ""}});
      }
    }
  }
}

void add_points(const History& history, const deck::Item& item, std::vector<Alias>& aliases) {
  const bool renamed = std::any_of(item.points.begin(), item.points.end(),
                                   [](const deck::Point& point) { return !point.was.empty(); });
  const auto state = renamed ? history.state({item.deck, item.id}) : std::nullopt;
  if (!state) {
    return;
  }
  for (const deck::Point& point : item.points) {
    for (const std::string& was : point.was) {
      for (const std::string& former : std::set<std::string>{was, text::identity_of(was)}) {
        if (bears(state->points, former) && !bears(item.points, former)) {
          aliases.push_back({{item.deck, item.id, former}, {item.deck, item.id, point.id}});
        }
      }
    }
  }
}

std::string wording_of(const KnownItem& known, const std::string& point) {
  if (!known.content) {
    return {};
  }
  const auto& points = known.content->points;
  const auto found = std::find_if(points.begin(), points.end(),
                                  [&](const Content::Point& p) { return p.id == point; });
  return found == points.end() ? std::string{} : found->wording;
}

}  // namespace

std::vector<Alias> aliases_wanted(const History& history, const deck::Deck& deck,
                                  const std::vector<std::string>& present_decks) {
  std::vector<Alias> aliases = of_deck(history, deck, present_decks);
  if (!aliases.empty()) {
    return aliases;
  }
  for (const deck::Item& item : deck.items) {
    add_item(history, deck, item, aliases);
  }
  if (!aliases.empty()) {
    return aliases;
  }
  for (const deck::Item& item : deck.items) {
    add_points(history, item, aliases);
  }
  return aliases;
}

std::size_t adopt_former_names(History& history, const When& when, const deck::Deck& deck,
                               const std::vector<std::string>& present_decks) {
  std::size_t adopted = 0;
  for (;;) {
    const auto aliases = aliases_wanted(history, deck, present_decks);
    if (aliases.empty()) {
      return adopted;
    }
    history.append(when, std::vector<Body>(aliases.begin(), aliases.end()));
    adopted += aliases.size();
  }
}

std::vector<Vanished> vanished(const History& history, const deck::Deck& deck) {
  std::vector<Vanished> gone;
  for (const KnownItem& known : history.known_items(deck.id)) {
    const auto item =
        std::find_if(deck.items.begin(), deck.items.end(),
                     [&](const deck::Item& candidate) { return candidate.id == known.item.item; });
    if (item == deck.items.end()) {
      gone.push_back({{deck.id, known.item.item, ""},
                      known.content ? known.content->question : std::string{}});
      continue;
    }
    for (const std::string& point : known.points) {
      if (!bears(item->points, point)) {
        gone.push_back({{deck.id, item->id, point}, wording_of(known, point)});
      }
    }
  }
  return gone;
}

}  // namespace pith::history
