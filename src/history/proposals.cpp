#include "history/proposals.h"

#include <algorithm>
#include <functional>
#include <map>
#include <set>
#include <utility>

#include "deck/find_deck.h"
#include "deck/points.h"
#include "history/likeness.h"
#include "history/points.h"

namespace pith::history {
namespace {

/// A deck that has this share of another one's questions may be it.
constexpr double kSameDeck = 0.5;

/// Whether a point has no history, or not enough of one to rule out that it was renamed: sessions
/// may come between the renaming and the question whether it is one.
bool is_fresh(const ItemState& state, const std::string& id) {
  constexpr int kFewReviews = 3;
  const auto* known = find_point(state, id);
  return known == nullptr || known->memory.reviews <= kFewReviews;
}

/// Whether an answer was asked for both: then they are two.
bool were_asked_together(const History& history, const Name& a, const Name& b) {
  AnswerFilter of_item;
  of_item.item = ItemId{a.deck, a.item};
  of_item.newest_first = true;
  return std::ranges::any_of(history.answers(of_item), [&](const LoggedAnswer& logged) {
    return find_point(logged.answer, a.point) != nullptr &&
           find_point(logged.answer, b.point) != nullptr;
  });
}

/// Items that have no history, and points that have little.
std::vector<Thing> newcomers(const History& history, std::span<const deck::Deck> decks) {
  std::vector<Thing> found;
  for (const auto& deck : decks) {
    for (const auto& item : deck.items) {
      const auto state = history.state({deck.id, item.id});
      if (!state) {
        found.push_back(thing_of(item));
        continue;
      }
      for (const auto& point : item.points) {
        if (is_fresh(*state, point.id)) {
          found.push_back(thing({deck.id, item.id, point.id}, wording_of(point)));
        }
      }
    }
  }
  return found;
}

using Group = std::vector<const Thing*>;

/// How many different questions these items ask.
std::size_t questions_in(const Group& items) {
  std::set<std::string_view> questions;
  for (const auto* item : items) {
    questions.insert(item->letters.text);
  }
  return questions.size();
}

/// Those of the items that the deck has, by their letters or their ids.
Group kept_of(const Group& items, const deck::Deck& deck) {
  std::set<std::string> questions;
  std::map<std::string_view, const deck::Item*> by_id;
  for (const auto& item : deck.items) {
    questions.insert(Letters(item.question).text);
    by_id.emplace(item.id, &item);
  }
  Group kept;
  std::ranges::copy_if(items, std::back_inserter(kept), [&](const Thing* gone) {
    const auto same = by_id.find(gone->name.item);
    return questions.contains(gone->letters.text) ||
           (same != by_id.end() && have_one_id(*gone, thing_of(*same->second)));
  });
  return kept;
}

/// A deck that is gone, whose items these are, and another.
Proposal deck_pair(const std::string& gone, const Group& items, const deck::Deck& deck) {
  const auto answered = questions_in(items);
  const auto kept = questions_in(kept_of(items, deck));
  const double share =
      answered == 0 ? 0.0 : static_cast<double>(kept) / static_cast<double>(answered);
  return {{gone, "", ""}, {deck.id, "", ""}, "", deck.title, share, answered, kept};
}

/// Decks that are not there, each with the one that has most of its questions; their items are
/// taken out of `gone`.
std::vector<Proposal> renamed_decks(std::span<const deck::Deck> decks, std::vector<Thing>& gone) {
  std::map<std::string, Group> absent;
  for (const auto& each : gone) {
    if (deck::find_deck(decks, each.name.deck) == nullptr) {
      absent[each.name.deck].push_back(&each);
    }
  }
  std::vector<Proposal> pairs;
  for (const auto& [id, items] : absent) {
    Proposal best;
    for (const auto& deck : decks) {
      auto pair = deck_pair(id, items, deck);
      if (pair.similarity >= kSameDeck && pair.similarity > best.similarity) {
        best = std::move(pair);
      }
    }
    if (best.similarity > 0) {
      pairs.push_back(std::move(best));
    }
  }
  std::erase_if(gone, [&](const Thing& each) {
    return std::ranges::any_of(
        pairs, [&](const Proposal& pair) { return pair.from.deck == each.name.deck; });
  });
  return pairs;
}

bool may_be_one(const Thing& gone, const Thing& fresh) {
  if (gone.name.point.empty() || fresh.name.point.empty()) {
    return gone.name.point.empty() == fresh.name.point.empty() &&
           (gone.name.deck == fresh.name.deck || gone.letters.text == fresh.letters.text ||
            have_one_id(gone, fresh));
  }
  return gone.name.deck == fresh.name.deck && gone.name.item == fresh.name.item;
}

std::vector<Proposal> similar_pairs(const History& history, const std::vector<Thing>& gone,
                                    const std::vector<Thing>& fresh, const Sayings& sayings) {
  std::vector<Proposal> pairs;
  Comparison comparison(sayings);
  for (const auto& each : gone) {
    for (const auto& other : fresh) {
      if (!may_be_one(each, other)) {
        continue;
      }
      const auto alike = comparison.similarity(each, other);
      const bool two = alike >= kSimilar && !each.name.point.empty() &&
                       were_asked_together(history, each.name, other.name);
      if (alike >= kSimilar && !two) {
        pairs.push_back({each.name, other.name, each.wording, other.wording, alike});
      }
    }
  }
  return pairs;
}

std::vector<Thing> things_gone(const History& history, std::span<const deck::Deck> decks) {
  std::vector<Thing> gone;
  for (auto& each : vanished(history, decks)) {
    gone.push_back(
        thing(std::move(each.name), std::move(each.wording), said_by(std::move(each.points))));
  }
  return gone;
}

/// What a name means in the decks, which have it.
Thing thing_named(std::span<const deck::Deck> decks, const Name& name) {
  const auto* deck = deck::find_deck(decks, name.deck);
  const auto item = std::ranges::find(deck->items, name.item, &deck::Item::id);
  if (name.point.empty()) {
    return thing_of(*item);
  }
  const auto* point = deck::find_point(*item, name.point);
  return thing(name, point == nullptr ? "" : wording_of(*point));
}

/// How similar two things are, however little that is.
double likeness(const Thing& gone, const Thing& fresh, const Sayings& sayings) {
  return std::max(Comparison(sayings).similarity(gone, fresh),
                  similarity(gone.letters, fresh.letters, 0.0));
}

/// Whether a pair says that a point was merged into a longer one.
bool is_merger(const Proposal& pair) {
  const Letters from(before_detail(pair.from_wording));
  const Letters to(before_detail(pair.to_wording));
  return !pair.from.point.empty() && from.length < to.length && is_part(from, to);
}

}  // namespace

std::vector<Proposal> proposals(const History& history, std::span<const deck::Deck> decks) {
  auto gone = things_gone(history, decks);
  auto all = renamed_decks(decks, gone);
  auto pairs = gone.empty()
                   ? std::vector<Proposal>()
                   : similar_pairs(history, gone, newcomers(history, decks), Sayings(decks, gone));
  std::ranges::stable_sort(pairs, std::greater<>(), &Proposal::similarity);
  std::set<Name> from_taken;
  std::set<Name> to_taken;
  for (auto& pair : pairs) {
    if (from_taken.contains(pair.from) || (to_taken.contains(pair.to) && !is_merger(pair))) {
      continue;
    }
    from_taken.insert(pair.from);
    to_taken.insert(pair.to);
    all.push_back(std::move(pair));
  }
  for (auto& pair : all) {
    pair.elsewhere = history.was_led_elsewhere(pair.to, pair.from);
  }
  return all;
}

Proposal pair_of(const History& history, std::span<const deck::Deck> decks, const Name& from,
                 const Name& to) {
  const auto gone = things_gone(history, decks);
  if (to.item.empty()) {
    Group items;
    for (const auto& each : gone) {
      if (each.name.deck == from.deck) {
        items.push_back(&each);
      }
    }
    return deck_pair(from.deck, items, *deck::find_deck(decks, to.deck));
  }
  const auto fresh = thing_named(decks, to);
  const auto known = std::ranges::find(gone, from, &Thing::name);
  return known == gone.end() ? Proposal{from, to, "", fresh.wording, 0.0}
                             : Proposal{from, to, known->wording, fresh.wording,
                                        likeness(*known, fresh, Sayings(decks, gone))};
}

}  // namespace pith::history
