#include "session/due_plan.h"

#include <algorithm>
#include <span>
#include <tuple>
#include <utility>
#include <vector>

#include "history/day.h"
#include "history/item_id.h"
#include "history/replay.h"
#include "session/answered_today.h"
#include "session/load.h"

namespace pith::session {
namespace {

struct Known {
  history::DueState due;
  memory::ScheduledItem memory;
  std::size_t deck = 0;  ///< Its place in the order of the decks.
};

/// Whether it may be asked on `day`, and is not new.
bool may_be_asked(const Known& known, memory::StudyDay day) {
  return !is_buried(known.due.state.buried_until, day) && history::may_be_reviewed(known.memory);
}

/// What the history would have of an item, had it been told its deck.
Known known_as(const Candidate& candidate, int place, std::size_t deck, const Wishes& wishes) {
  Known known;
  known.due.state.id = history::id_of(*candidate.item);
  known.due.state.due = candidate.due;
  known.due.state.buried_until = candidate.buried_until;
  if (candidate.by_hand) {
    known.due.state.rescheduled = candidate.due;
  }
  known.due.options = scheduling_for(*candidate.item, wishes);
  known.due.place = place;
  known.memory = candidate.memory;
  known.deck = deck;
  return known;
}

/// Those of untold decks that have a due day.
std::vector<Known> untold_items(const MeantDecks& meant, const Wishes& wishes) {
  std::vector<Known> items;
  for (const auto& [id, candidates] : meant.untold) {
    const auto deck = meant.places.find(id);
    int place = 0;
    for (const auto& candidate : candidates) {
      if (candidate.due && deck != meant.places.end() && meant.passes({id, candidate.item->id})) {
        items.push_back(known_as(candidate, place, deck->second, wishes));
      }
      ++place;
    }
  }
  return items;
}

/// Those due by today, and of untold decks those due later as well, in the order of decks and of
/// their files.
std::vector<Known> known_items(const history::History& history, const MeantDecks& meant,
                               const ReviewRules& rules) {
  auto items = untold_items(meant, rules.wishes);
  for (auto& due : history.on(rules.day).due_states()) {
    if (const auto deck = meant.told_place(due.state.id)) {
      auto memory = history::scheduled(due.state);
      items.push_back({std::move(due), std::move(memory), *deck});
    }
  }
  std::erase_if(items, [&](const Known& known) { return !may_be_asked(known, rules.day); });
  std::sort(items.begin(), items.end(), [](const Known& a, const Known& b) {
    return std::tuple(a.deck, a.due.place) < std::tuple(b.deck, b.due.place);
  });
  return items;
}

/// The items, in their order, on which an even load depends.
std::vector<Burden> burdens_of(std::span<const Known> items) {
  std::vector<Burden> burdens;
  burdens.reserve(items.size());
  for (const auto& item : items) {
    const auto& state = item.due.state;
    burdens.push_back({&item.memory, item.due.options, state.due, state.rescheduled.has_value(),
                       state.waits_until});
  }
  return burdens;
}

/// What is to come, by the index of due days.
LaterDays later_days(const history::History& history, const MeantDecks& meant,
                     const AnsweredToday& answered, memory::StudyDay day) {
  const bool with_names = meant.wanted != nullptr || !answered.empty();
  return [&, day, with_names](const std::function<bool(memory::StudyDay)>& take) {
    history.on(day).for_each_waiting(load_horizon(day), with_names, [&](const auto& later) {
      const bool counts = meant.told_place(later.item) && !answered.has(later.item, later.due);
      return !counts || take(later.until);
    });
  };
}

/// The load of a day on which that was answered.
LoadRules load_of(const ReviewRules& rules, const MeantDecks& meant,
                  const AnsweredToday& answered) {
  LoadRules load{rules.day, rules.parameters, rules.wishes.fuzz};
  for (const auto& [item, morning] : rules.answered) {
    if (meant.told_place(item)) {
      answered.add(item, load);
    }
  }
  for (const auto& [deck, candidates] : meant.untold) {
    for (const auto& candidate : candidates) {
      const history::ItemId id{deck, candidate.item->id};
      if (meant.places.contains(deck) && meant.passes(id) && answered.has(id, candidate.due)) {
        answered.add(*candidate.item, rules.wishes, load);
      }
    }
  }
  return load;
}

PlannedItem planned(const Known& known, std::span<const std::size_t> asked) {
  PlannedItem item{known.due.state.id, {}};
  for (const auto point : asked) {
    item.asked.push_back(known.memory.points[point].id);
  }
  return item;
}

}  // namespace

bool MeantDecks::passes(const history::ItemId& id) const {
  return !wanted || wanted(id);
}

std::optional<std::size_t> MeantDecks::told_place(const history::ItemId& id) const {
  const auto place = places.find(id.deck);
  const bool told = place != places.end() && !untold.contains(id.deck) && passes(id);
  return told ? std::optional(place->second) : std::nullopt;
}

void plan_due(ReviewPlan& plan, const history::History& history, const MeantDecks& meant,
              const ReviewRules& rules) {
  const AnsweredToday answered(rules);
  auto items = known_items(history, meant, rules);
  std::erase_if(items, [&](const Known& known) {
    return answered.has(known.due.state.id, known.due.state.due);
  });
  const auto burdens = burdens_of(items);
  const auto later = later_days(history, meant, answered, rules.day);
  for (const auto& [place, points] : asked_today(burdens, load_of(rules, meant, answered), later)) {
    plan.due.push_back(planned(items[place], points));
  }
  const auto all = std::ranges::count_if(
      burdens, [&](const Burden& burden) { return burden.due && *burden.due <= rules.day; });
  plan.waiting = static_cast<std::size_t>(all) - plan.due.size();
}

}  // namespace pith::session
