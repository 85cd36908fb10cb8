#include "session/upkeep.h"

#include <algorithm>
#include <map>
#include <memory>
#include <set>
#include <vector>

#include <fmt/format.h>

#include "history/identity.h"

namespace pith::session {
namespace {

std::vector<history::ItemRule> rules_of(const deck::Deck& deck, const Wishes& wishes) {
  std::vector<history::ItemRule> rules;
  rules.reserve(deck.items.size());
  for (const auto& item : deck.items) {
    history::ItemRule rule{item.id, scheduling_for(item, wishes), {}, item.settings.new_per_day};
    for (const auto& point : item.points) {
      rule.points.push_back({point.id, point.weight});
    }
    rules.push_back(std::move(rule));
  }
  return rules;
}

/// Kept for a deck: as long as it is the same, the history knows the deck's rules.
std::string stamp_of(const deck::DeckSummary& deck, const Wishes& wishes) {
  return fmt::format("{} {} {} {}", deck.schedule, wishes.floor.value_or(0.0),
                     wishes.maximum_interval, wishes.fuzz ? "fuzz" : "exact");
}

/// A deck that may have something to tell.
struct News {
  std::size_t place = 0;
  std::string stamp;
  bool changed = false;
};

std::vector<News> news_of(const history::History& history, std::span<const deck::DeckSummary> decks,
                          const Wishes& wishes) {
  const auto stamps = history.rule_stamps();
  std::vector<News> news;
  for (std::size_t i = 0; i < decks.size(); ++i) {
    const bool changed = !is_told(stamps, decks[i], wishes);
    if (changed || decks[i].renames) {
      news.push_back({i, stamp_of(decks[i], wishes), changed});
    }
  }
  return news;
}

/// What stands in the decks, which are read only when something is asked about their items.
history::Present present_in(const KnownDecks& decks) {
  history::Present present;
  for (const auto& deck : decks.summaries) {
    present.decks.push_back(deck.id);
  }
  const auto known = std::make_shared<std::map<std::string, std::set<std::string>>>();
  present.has_item = [&decks, known](const history::ItemId& id) {
    const auto [items, unknown] = known->try_emplace(id.deck);
    const auto deck = std::ranges::find(decks.summaries, id.deck, &deck::DeckSummary::id);
    if (unknown && deck != decks.summaries.end()) {
      const auto place = static_cast<std::size_t>(deck - decks.summaries.begin());
      for (const auto& item : decks.read(place).items) {
        items->second.insert(item.id);
      }
    }
    return items->second.contains(id.item);
  };
  return present;
}

}  // namespace

bool is_told(const std::map<std::string, std::string>& stamps, const deck::DeckSummary& deck,
             const Wishes& wishes) {
  const auto known = stamps.find(deck.id);
  return known != stamps.end() && known->second == stamp_of(deck, wishes);
}

void adopt(history::History& history, const KnownDecks& decks, const Wishes& wishes,
           const history::When& when) {
  const auto news = news_of(history, decks.summaries, wishes);
  if (news.empty()) {
    return;
  }
  const auto present = present_in(decks);
  history.at_once([&] {
    for (const auto& [place, stamp, changed] : news) {
      const auto deck = decks.read(place);
      const auto adopted = history::adopt_former_names(history, when, deck, present);
      if (changed || adopted > 0) {
        const auto rules = rules_of(deck, wishes);
        const auto of_deck = rules.empty() ? memory::SchedulingOptions{} : rules.front().options;
        history.set_rules(deck.id, stamp, of_deck, rules);
      }
    }
  });
}

void adopt(history::History& history, std::span<const deck::Deck> decks, const Wishes& wishes,
           const history::When& when) {
  std::vector<deck::DeckSummary> summaries;
  for (const auto& deck : decks) {
    summaries.push_back(deck::summary_of(deck));
  }
  adopt(history, {summaries, [&](std::size_t i) { return decks[i]; }}, wishes, when);
}

std::vector<std::string> not_joined_yet(const history::History& history, const KnownDecks& decks) {
  const auto present = present_in(decks);
  std::vector<std::string> waiting;
  for (std::size_t i = 0; i < decks.summaries.size(); ++i) {
    const auto& deck = decks.summaries[i];
    if (deck.renames && !history::aliases_wanted(history, decks.read(i), present).empty()) {
      waiting.push_back(deck.id);
    }
  }
  return waiting;
}

}  // namespace pith::session
