#include "history/identity.h"

#include <algorithm>
#include <memory>
#include <set>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "deck/cloze.h"
#include "deck/identity.h"
#include "history/item_id.h"
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

std::vector<std::string> ids_of(std::span<const deck::Deck> decks) {
  std::vector<std::string> ids;
  for (const auto& deck : decks) {
    ids.push_back(deck.id);
  }
  return ids;
}

std::vector<Alias> of_deck(const History& history, const deck::Deck& deck, const Present& present) {
  std::vector<Alias> aliases;
  const auto known = deck.was.empty() ? std::vector<std::string>() : history.known_decks();
  for (const std::string& was : deck.was) {
    const bool taken = std::count(present.decks.begin(), present.decks.end(), was) > 0;
    if (was != deck.id && !taken && std::count(known.begin(), known.end(), was) > 0) {
      aliases.push_back({{was, "", ""}, {deck.id, "", ""}});
    }
  }
  return aliases;
}

/// What an item is called that has no id: by its question, or the text of its cloze.
std::string id_without(const deck::Item& item) {
  if (item.kind == deck::Kind::cloze) {
    return deck::id_of_question(deck::filled(item.cloze));
  }
  if (item.kind == deck::Kind::card && item.id.ends_with(deck::kReversed)) {
    return deck::reversed_id(deck::id_of_question(item.points[0].name));
  }
  return deck::id_of_question(item.question);
}

/// Under which names an item's history may stand.
std::vector<ItemId> former_ids(const deck::Deck& deck, const deck::Item& item) {
  std::vector<ItemId> former;
  for (const std::string& was : item.was) {
    former.push_back(former_item(was, deck.id));
    former.push_back({deck.id, deck::id_of_question(was)});
  }
  if (item.id_given) {
    former.push_back({deck.id, id_without(item)});
  }
  return former;
}

/// Aliases, each of another name.
class Claims {
 public:
  [[nodiscard]] bool has(const Name& from) const { return names_.contains(from); }
  void add(const Name& from, Name to) {
    if (names_.insert(from).second) {
      aliases.push_back({from, std::move(to)});
    }
  }

  std::vector<Alias> aliases;

 private:
  std::set<Name> names_;
};

std::set<std::string_view> ids_of_items(const deck::Deck& deck) {
  std::set<std::string_view> ids;
  for (const deck::Item& item : deck.items) {
    ids.insert(item.id);
  }
  return ids;
}

std::set<std::string> former_ids(const deck::Point& point) {
  std::set<std::string> former(point.was.begin(), point.was.end());
  for (const std::string& was : point.was) {
    former.insert(text::identity_of(was));
  }
  former.insert(text::identity_of(point.name));
  former.erase(point.id);
  return former;
}

void add_points(const History& history, const deck::Item& item, Claims& claims) {
  const bool renamed = std::any_of(item.points.begin(), item.points.end(),
                                   [](const deck::Point& p) { return !former_ids(p).empty(); });
  const auto state = renamed ? history.state(id_of(item)) : std::nullopt;
  if (!state) {
    return;
  }
  for (const deck::Point& point : item.points) {
    for (const std::string& former : former_ids(point)) {
      if (bears(state->points, former) && !bears(item.points, former)) {
        claims.add({item.deck, item.id, former}, {item.deck, item.id, point.id});
      }
    }
  }
}

std::vector<Alias> of_items(const History& history, const deck::Deck& deck,
                            const Present& present) {
  Claims claims;
  const auto own = ids_of_items(deck);
  for (const deck::Item& item : deck.items) {
    for (const ItemId& former : former_ids(deck, item)) {
      const Name name = {former.deck, former.item, ""};
      const bool ours = former.deck == deck.id;
      if ((ours && own.contains(former.item)) || claims.has(name) || !history.state(former) ||
          (!ours && present.has_item(former))) {
        continue;
      }
      claims.add(name, {deck.id, item.id, ""});
    }
  }
  return std::move(claims.aliases);
}

std::vector<Alias> of_points(const History& history, const deck::Deck& deck) {
  Claims claims;
  for (const deck::Item& item : deck.items) {
    add_points(history, item, claims);
  }
  return std::move(claims.aliases);
}

/// Adds what aliases_wanted() would take for the deck in all its rounds, by the names of today.
void add_claimed(const History& history, const deck::Deck& deck, const Present& present,
                 std::set<Name>& claimed) {
  for (const auto& wanted : {of_deck(history, deck, present), of_items(history, deck, present),
                             of_points(history, deck)}) {
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

/// What an item said when it was last asked; empty if that is not known.
Content last_content(const History& history, const ItemId& item) {
  AnswerFilter latest;
  latest.item = item;
  latest.newest_first = true;
  latest.limit = 1;
  const auto answers = history.answers(latest);
  const auto content =
      answers.empty() ? std::nullopt : history.content(answers[0].answer.content_hash);
  return content.value_or(Content{});
}

Vanished vanished_item(const History& history, const ItemId& item) {
  const auto content = last_content(history, item);
  Vanished gone{{item.deck, item.item, ""}, content.question, {}};
  for (const auto& point : content.points) {
    gone.points.push_back(point.wording);
  }
  return gone;
}

/// What a point said when it was last asked, though the item may have been asked without it since;
/// empty if that is not known.
std::string last_wording(const History& history, const ItemId& item, const std::string& point) {
  AnswerFilter latest;
  latest.item = item;
  latest.newest_first = true;
  for (const auto& logged : history.answers(latest)) {
    if (!bears(logged.answer.points, point)) {
      continue;
    }
    const auto content = history.content(logged.answer.content_hash).value_or(Content{});
    const auto found = std::ranges::find(content.points, point, &Content::Point::id);
    if (found != content.points.end()) {
      return found->wording;
    }
  }
  return {};
}

}  // namespace

std::string to_text(const Name& name) {
  return name.deck + (name.item.empty() ? "" : "/" + name.item) +
         (name.point.empty() ? "" : "/" + name.point);
}

std::vector<Alias> aliases_wanted(const History& history, const deck::Deck& deck,
                                  const Present& present) {
  std::vector<Alias> aliases = of_deck(history, deck, present);
  if (aliases.empty()) {
    aliases = of_items(history, deck, present);
  }
  return aliases.empty() ? of_points(history, deck) : aliases;
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
  std::erase_if(gone, [&](const Vanished& each) { return claimed.contains(each.name); });
  return gone;
}

}  // namespace pith::history
