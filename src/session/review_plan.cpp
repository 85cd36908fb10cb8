#include "session/review_plan.h"

#include <algorithm>
#include <map>
#include <utility>

#include "history/day.h"
#include "history/item_id.h"
#include "session/due_plan.h"

namespace pith::session {
namespace {

/// How many items are looked up at a time: enough to keep similar ones apart.
constexpr std::size_t kPageOfPlan = 24;

/// What a day has room for of the new items of a deck.
struct Room {
  std::size_t items = 0;       ///< At most.
  std::size_t introduced = 0;  ///< Today already, where that counts.
  bool as_items_say = true;    ///< One may be asked while fewer than its limit were introduced.
};

std::size_t introduced_in(const std::map<std::string, std::size_t>& introduced,
                          const std::string& deck) {
  const auto found = introduced.find(deck);
  return found == introduced.end() ? 0 : found->second;
}

/// Calls `take` with the new items of a deck that find room, in their order.
void for_each_new(const history::Day& day, const std::string& deck, const Room& room,
                  const ItemFilter& wanted, const std::function<void(history::ItemId)>& take) {
  if (room.items == 0) {
    return;
  }
  std::size_t taken = 0;
  day.for_each_fresh(deck, [&](std::string item, int limit) {
    history::ItemId id{deck, std::move(item)};
    const bool fits = !room.as_items_say || std::cmp_less(room.introduced + taken, limit);
    if (fits && (!wanted || wanted(id))) {
      ++taken;
      take(std::move(id));
    }
    return taken < room.items;
  });
}

/// How many new items of a deck find room; looks at them only if it must.
std::size_t count_new(const history::Day& day, const std::string& deck,
                      const history::NewItems& found, const Room& room, const ItemFilter& wanted) {
  if (!wanted && (found.alike || !room.as_items_say)) {
    return std::min(found.count, room.items);
  }
  std::size_t count = 0;
  for_each_new(day, deck, room, wanted, [&](const auto&) { ++count; });
  return count;
}

/// The same where the history was not told of the deck.
std::size_t count_new(std::vector<Candidate> items, const MeantDecks& meant, ReviewRules rules,
                      std::size_t left) {
  std::erase_if(items, [&](const Candidate& candidate) {
    return !meant.passes(history::id_of(*candidate.item));
  });
  if (rules.new_items) {
    rules.new_items = left;
  }
  const auto queue = review_queue(items, rules);
  return static_cast<std::size_t>(std::ranges::count(queue, Why::fresh, &Task::why));
}

std::vector<PlannedDeck> planned_fresh(const history::History& history,
                                       std::span<const std::string> decks, const MeantDecks& meant,
                                       const ReviewRules& rules) {
  const auto day = history.on(rules.day);
  std::vector<history::NewItems> found(decks.size());
  day.for_each_new_count([&](const std::string& deck, const auto& items) {
    if (const auto place = meant.places.find(deck); place != meant.places.end()) {
      found[place->second] = items;
    }
  });
  std::vector<PlannedDeck> fresh;
  auto left = rules.new_items.value_or(0);
  for (std::size_t i = 0; i < decks.size(); ++i) {
    const auto introduced = introduced_in(rules.introduced, decks[i]);
    const auto limit = static_cast<std::size_t>(std::max(found[i].per_day, 0));
    const auto room = rules.new_items ? Room{left, 0, false}
                                      : Room{limit - std::min(limit, introduced), introduced, true};
    const auto untold = meant.untold.find(decks[i]);
    const auto items = untold != meant.untold.end()
                           ? count_new(untold->second, meant, rules, left)
                           : count_new(day, decks[i], found[i], room, meant.wanted);
    left -= std::min(left, items);
    if (items > 0) {
      fresh.push_back({decks[i], items});
    }
  }
  return fresh;
}

}  // namespace

std::size_t ReviewPlan::size() const {
  auto all = due.size();
  for (const auto& deck : fresh) {
    all += deck.items;
  }
  return all;
}

void ReviewPlan::keep(std::size_t most) {
  due.resize(std::min(due.size(), most));
  most -= due.size();
  for (auto& deck : fresh) {
    deck.items = std::min(deck.items, most);
    most -= deck.items;
  }
  std::erase_if(fresh, [](const PlannedDeck& deck) { return deck.items == 0; });
}

ReviewRules rules_for(const history::History& history, memory::StudyDay day, const Wishes& wishes,
                      const Untold& untold) {
  ReviewRules rules;
  rules.day = day;
  rules.parameters = history.parameters();
  rules.wishes = wishes;
  const auto known = history.on(day);
  rules.introduced = known.introduced();
  if (wishes.fuzz && (!untold.empty() || known.count_due() > 0)) {
    rules.answered = known.answered();
  }
  return rules;
}

ReviewPlan review_plan(const history::History& history, std::span<const std::string> decks,
                       const ReviewRules& rules, ItemFilter wanted, const Untold& untold) {
  MeantDecks meant{{}, wanted, untold};
  meant.places.reserve(decks.size());
  for (std::size_t i = 0; i < decks.size(); ++i) {
    meant.places.emplace(decks[i], i);
  }
  ReviewPlan plan;
  plan.day = rules.day;
  plan.as_decks_say = !rules.new_items;
  history.as_of_one_moment([&] {
    plan_due(plan, history, meant, rules);
    plan.fresh = planned_fresh(history, decks, meant, rules);
  });
  plan.wanted = std::move(wanted);
  return plan;
}

PlannedTasks::PlannedTasks(const history::History& history, ReviewPlan plan, FindItem find,
                           Wishes wishes)
    : history_(&history),
      plan_(std::move(plan)),
      left_(plan_.size()),
      find_(std::move(find)),
      wishes_(wishes) {}

std::vector<Task> PlannedTasks::next() {
  std::vector<Task> tasks;
  while (tasks.empty() && left_ > 0) {
    if (due_given_ < plan_.due.size()) {
      add_due(tasks);
    } else {
      add_fresh(tasks);
    }
  }
  return spread(std::move(tasks));
}

/// Of the page that comes next, what is still there.
void PlannedTasks::add_due(std::vector<Task>& tasks) {
  const auto end = std::min(due_given_ + kPageOfPlan, plan_.due.size());
  for (; due_given_ < end; ++due_given_, --left_) {
    const auto& [id, points] = plan_.due[due_given_];
    const auto* item = find_(id);
    std::vector<std::size_t> asked;
    for (std::size_t i = 0; item != nullptr && i < item->points.size(); ++i) {
      if (std::ranges::find(points, item->points[i].id) != points.end()) {
        asked.push_back(i);
      }
    }
    if (!asked.empty()) {
      tasks.push_back({item, std::move(asked), Why::due});
    }
  }
}

void PlannedTasks::add_fresh(std::vector<Task>& tasks) {
  list_page();
  for (std::size_t i = 0; i < kPageOfPlan && !listed_.empty(); ++i, --left_) {
    const auto* item = find_(listed_.front());
    listed_.pop_front();
    auto asked = item == nullptr ? std::vector<std::size_t>()
                                 : candidate_for(*history_, *item, wishes_).active_points();
    if (!asked.empty()) {
      tasks.push_back({item, std::move(asked), Why::fresh});
    }
  }
}

/// Lists decks until there are items for a page. Fewer than were counted may be new by now: another
/// session may have asked them.
void PlannedTasks::list_page() {
  const auto day = history_->on(plan_.day);
  std::map<std::string, std::size_t> introduced;
  if (plan_.as_decks_say && listed_.size() < kPageOfPlan && decks_listed_ < plan_.fresh.size()) {
    introduced = day.introduced();
  }
  while (listed_.size() < kPageOfPlan && decks_listed_ < plan_.fresh.size()) {
    const auto& [deck, items] = plan_.fresh[decks_listed_++];
    const auto before = listed_.size();
    for_each_new(day, deck, {items, introduced_in(introduced, deck), plan_.as_decks_say},
                 plan_.wanted, [&](history::ItemId id) { listed_.push_back(std::move(id)); });
    left_ -= items - (listed_.size() - before);
  }
}

}  // namespace pith::session
