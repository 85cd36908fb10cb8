#include "session/upkeep.h"

#include <algorithm>
#include <string>
#include <vector>

#include "history/identity.h"
#include "session/fields_hash.h"

namespace pith::session {
namespace {

bool has_former_names(const deck::Deck& deck) {
  return !deck.was.empty() ||
         std::any_of(deck.items.begin(), deck.items.end(), [](const deck::Item& item) {
           return !item.was.empty() ||
                  std::any_of(item.points.begin(), item.points.end(),
                              [](const deck::Point& point) { return !point.was.empty(); });
         });
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
  std::vector<std::string> present;
  for (const auto& deck : decks) {
    present.push_back(deck.id);
  }
  const auto stamps = history.rule_stamps();
  for (const auto& deck : decks) {
    const auto rules = rules_of(deck, wishes);
    const auto stamp = stamp_of(rules);
    const auto known = stamps.find(deck.id);
    const bool changed = known == stamps.end() || known->second != stamp;
    if (changed || has_former_names(deck)) {
      history::adopt_former_names(history, when, deck, present);
    }
    if (changed) {
      const auto of_deck = rules.empty() ? memory::SchedulingOptions{} : rules.front().options;
      history.set_rules(deck.id, stamp, of_deck, rules);
    }
  }
}

}  // namespace pith::session
