#include "history/claims.h"

#include <algorithm>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>

#include "deck/cloze.h"
#include "deck/identity.h"
#include "deck/points.h"
#include "history/in_turn.h"
#include "history/item_id.h"
#include "history/last_asked.h"
#include "text/normalise.h"

namespace pith::history {

namespace {

/// `deck/item`, or an item of `deck`.
ItemId former_item(const std::string& was, const std::string& deck) {
  const auto slash = was.find('/');
  if (slash == std::string::npos) {
    return {deck, was};
  }
  return {was.substr(0, slash), was.substr(slash + 1)};
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
  std::erase(former, ItemId{deck.id, item.id});
  return former;
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

/// Takes the first claim of each name.
class Taken {
 public:
  [[nodiscard]] bool has(const Name& from) const { return names_.contains(from); }
  void decide(const Name& from, const Name& to, bool granted) {
    if (has(from)) {
      return;
    }
    if (granted) {
      names_.insert(from);
    }
    (granted ? claims_.granted : claims_.refused).push_back({from, to});
  }
  Claims settle() {
    claims_.granted = in_turn(claims_.granted);
    return std::move(claims_);
  }

 private:
  std::set<Name> names_;
  Claims claims_;
};

class ItemClaims {
 public:
  ItemClaims(const History& history, const deck::Deck& deck, const Present& present)
      : history_(history), deck_(deck), present_(present) {
    for (const deck::Item& item : deck.items) {
      items_.emplace(item.id, &item);
    }
  }

  Claims settle() {
    for (const deck::Item& item : deck_.items) {
      for (const ItemId& former : former_ids(deck_, item)) {
        consider(former, item);
      }
    }
    return taken_.settle();
  }

 private:
  [[nodiscard]] static Name name_of(const ItemId& id) { return {id.deck, id.item, ""}; }

  /// The item of this deck that bears a name now.
  [[nodiscard]] const deck::Item* bearer_of(const ItemId& id) const {
    const auto item = id.deck == deck_.id ? items_.find(id.item) : items_.end();
    return item == items_.end() ? nullptr : item->second;
  }

  [[nodiscard]] bool is_elsewhere(const ItemId& id) const {
    return id.deck != deck_.id && present_.has_item(id);
  }

  void consider(const ItemId& former, const deck::Item& item) {
    const Name from = name_of(former);
    if (taken_.has(from) || is_elsewhere(former)) {
      return;
    }
    const Name to = {deck_.id, item.id, ""};
    const auto* bearer = bearer_of(former);
    if (bearer == nullptr) {
      if (history_.state(former)) {
        taken_.decide(from, to, true);
      }
    } else if (history_.state(former) && !history_.has_led(from, to)) {
      taken_.decide(from, to, gives_way(*bearer, former, item));
    }
  }

  /// Whether the history under its name is not that of `bearer`.
  [[nodiscard]] bool gives_way(const deck::Item& bearer, const ItemId& former,
                               const deck::Item& claimant) const {
    if (was_another(bearer)) {
      return true;
    }
    const auto asked = last_content(history_, former).question;
    const auto asks_it = [&](const deck::Item& item) {
      return deck::id_of_question(item.question) == deck::id_of_question(asked);
    };
    return !asked.empty() && asks_it(claimant) && !asks_it(bearer);
  }

  /// Whether there is history under a former name of its own, none of which was given to it yet.
  [[nodiscard]] bool was_another(const deck::Item& item) const {
    const auto former = former_ids(deck_, item);
    return std::ranges::any_of(former, [&](const ItemId& id) {
      return !is_elsewhere(id) && history_.state(id) &&
             !history_.has_led(name_of(id), {deck_.id, item.id, ""});
    });
  }

  const History& history_;
  const deck::Deck& deck_;
  const Present& present_;
  std::unordered_map<std::string_view, const deck::Item*> items_;
  Taken taken_;
};

class PointClaims {
 public:
  PointClaims(const History& history, const deck::Item& item, const ItemState& state, Taken& taken)
      : history_(history), item_(item), taken_(taken) {
    for (const auto& point : state.points) {
      known_.insert(point.id);
    }
  }

  void add() {
    for (const deck::Point& point : item_.points) {
      for (const std::string& former : former_ids(point)) {
        if (known_.contains(former)) {
          consider(former, point);
        }
      }
    }
  }

 private:
  [[nodiscard]] Name name_of(const std::string& point) const {
    return {item_.deck, item_.id, point};
  }

  void consider(const std::string& former, const deck::Point& point) {
    const Name from = name_of(former);
    const Name to = name_of(point.id);
    const auto* bearer = deck::find_point(item_, former);
    if (bearer == nullptr) {
      taken_.decide(from, to, true);
    } else if (!history_.has_led(from, to)) {
      taken_.decide(from, to, was_another(*bearer));
    }
  }

  /// Whether there is history under a former name of its own, none of which was given to it yet.
  [[nodiscard]] bool was_another(const deck::Point& point) const {
    return std::ranges::any_of(former_ids(point), [&](const std::string& former) {
      return known_.contains(former) && !history_.has_led(name_of(former), name_of(point.id));
    });
  }

  const History& history_;
  const deck::Item& item_;
  std::set<std::string> known_;
  Taken& taken_;
};

}  // namespace

std::vector<Alias> claims_of_deck(const History& history, const deck::Deck& deck,
                                  const Present& present) {
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

Claims claims_of_items(const History& history, const deck::Deck& deck, const Present& present) {
  return ItemClaims(history, deck, present).settle();
}

Claims claims_of_points(const History& history, const deck::Deck& deck) {
  Taken taken;
  for (const deck::Item& item : deck.items) {
    const bool renamed = std::ranges::any_of(
        item.points, [](const deck::Point& point) { return !former_ids(point).empty(); });
    if (const auto state = renamed ? history.state(id_of(item)) : std::nullopt) {
      PointClaims(history, item, *state, taken).add();
    }
  }
  return taken.settle();
}

}  // namespace pith::history
