#include "session/due_days.h"

#include <set>
#include <string>

#include "deck/all_items.h"
#include "deck/index/summary.h"
#include "session/upkeep.h"

namespace pith::session {
namespace {

void add_reckoned(std::vector<history::DueItem>& due, const history::History& history,
                  memory::StudyDay day, const deck::Deck& deck, const Wishes& wishes) {
  for (const auto& candidate : candidates_for(history, deck::all_items(deck), wishes)) {
    if (candidate.due && *candidate.due <= day) {
      due.push_back({{deck.id, candidate.item->id}, *candidate.due});
    }
  }
}

}  // namespace

std::vector<history::DueItem> due_days(const history::History& history, memory::StudyDay day,
                                       std::span<const deck::Deck> decks, const Wishes& wishes) {
  const auto stamps = history.rule_stamps();
  std::set<std::string> told;
  std::vector<history::DueItem> due;
  for (const auto& deck : decks) {
    if (is_told(stamps, deck::summary_of(deck), wishes)) {
      told.insert(deck.id);
    } else {
      add_reckoned(due, history, day, deck, wishes);
    }
  }
  for (auto& item : history.on(day).due()) {
    if (told.contains(item.item.deck)) {
      due.push_back(std::move(item));
    }
  }
  return due;
}

}  // namespace pith::session
