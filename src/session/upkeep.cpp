#include "session/upkeep.h"

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "deck/identity.h"
#include "session/fields_hash.h"
#include "text/normalise.h"

namespace pith::session {
namespace {

using Names = std::set<std::string>;

Names item_ids(const deck::Deck& deck) {
  Names ids;
  for (const auto& item : deck.items) {
    ids.insert(item.id);
  }
  return ids;
}

/// The name that `was` means among those with history: as written, or as its text is identified.
std::string known_as(const std::string& was, const std::string& derived, const Names& known,
                     const Names& in_use) {
  for (const auto& name : {was, derived}) {
    if (known.contains(name) && !in_use.contains(name)) {
      return name;
    }
  }
  return "";
}

void alias_points(const deck::Item& item, const history::ItemState& state,
                  std::vector<history::Body>& aliases) {
  Names known;
  Names in_use;
  for (const auto& point : state.points) {
    known.insert(point.id);
  }
  for (const auto& point : item.points) {
    in_use.insert(point.id);
  }
  for (const auto& point : item.points) {
    for (const auto& was : point.was) {
      const auto former = known_as(was, text::identity_of(was), known, in_use);
      if (!former.empty()) {
        aliases.emplace_back(
            history::Alias{{item.deck, item.id, former}, {item.deck, item.id, point.id}});
      }
    }
  }
}

bool has_former_names(const deck::Deck& deck) {
  return std::any_of(deck.items.begin(), deck.items.end(), [](const deck::Item& item) {
    return !item.was.empty() ||
           std::any_of(item.points.begin(), item.points.end(),
                       [](const deck::Point& point) { return !point.was.empty(); });
  });
}

void append_all(history::History& history, const history::When& when,
                const std::vector<history::Body>& events) {
  if (!events.empty()) {
    history.append(when, events);
  }
}

void adopt_deck_names(history::History& history, std::span<const deck::Deck> decks,
                      const history::When& when) {
  Names in_use;
  bool any_former = false;
  for (const auto& deck : decks) {
    in_use.insert(deck.id);
    any_former |= !deck.was.empty();
  }
  if (!any_former) {
    return;
  }
  const auto known_decks = history.known_decks();
  const Names known(known_decks.begin(), known_decks.end());
  std::vector<history::Body> aliases;
  for (const auto& deck : decks) {
    for (const auto& was : deck.was) {
      if (known.contains(was) && !in_use.contains(was)) {
        aliases.emplace_back(history::Alias{{was, "", ""}, {deck.id, "", ""}});
      }
    }
  }
  append_all(history, when, aliases);
}

void adopt_item_names(history::History& history, const deck::Deck& deck,
                      const history::When& when) {
  Names known;
  for (const auto& state : history.states(deck.id)) {
    known.insert(state.id.item);
  }
  const auto in_use = item_ids(deck);
  std::vector<history::Body> aliases;
  for (const auto& item : deck.items) {
    for (const auto& was : item.was) {
      const auto former = known_as(was, deck::id_of_question(was), known, in_use);
      if (!former.empty()) {
        aliases.emplace_back(history::Alias{{deck.id, former, ""}, {deck.id, item.id, ""}});
      }
    }
  }
  append_all(history, when, aliases);
}

void adopt_point_names(history::History& history, const deck::Deck& deck,
                       const history::When& when) {
  std::vector<history::Body> aliases;
  for (const auto& item : deck.items) {
    if (const auto state = history.state({deck.id, item.id})) {
      alias_points(item, *state, aliases);
    }
  }
  append_all(history, when, aliases);
}

std::vector<history::ItemRule> rules_of(const deck::Deck& deck, const Wishes& wishes) {
  std::vector<history::ItemRule> rules;
  for (const auto& item : deck.items) {
    history::ItemRule rule{item.id, scheduling_for(item, wishes), {}};
    for (const auto& point : item.points) {
      rule.points.push_back(point.id);
    }
    rules.push_back(std::move(rule));
  }
  return rules;
}

std::string stamp_of(std::span<const history::ItemRule> rules) {
  FieldsHash fields;
  for (const auto& rule : rules) {
    fields.add(rule.item).add(rule.points).add(rule.options.desired_retention);
    fields.add(rule.options.floor.value_or(0.0));
    fields.add(static_cast<double>(rule.options.maximum_interval));
    fields.add(std::string_view(rule.options.fuzz ? "fuzz" : "exact"));
  }
  return fields.digest();
}

}  // namespace

void adopt(history::History& history, std::span<const deck::Deck> decks, const Wishes& wishes,
           const history::When& when) {
  adopt_deck_names(history, decks, when);
  const auto stamps = history.rule_stamps();
  for (const auto& deck : decks) {
    if (has_former_names(deck)) {
      adopt_item_names(history, deck, when);
      adopt_point_names(history, deck, when);
    }
    const auto rules = rules_of(deck, wishes);
    const auto stamp = stamp_of(rules);
    const auto known = stamps.find(deck.id);
    if (known == stamps.end() || known->second != stamp) {
      const auto of_deck = rules.empty() ? memory::SchedulingOptions{} : rules.front().options;
      history.set_rules(deck.id, stamp, of_deck, rules);
    }
  }
}

}  // namespace pith::session
