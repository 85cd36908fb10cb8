#include "session/review_plan.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "history/replay.h"
#include "session/load.h"

namespace pith::session {
namespace {

/// How many items are looked up at a time: enough to keep similar ones apart.
constexpr std::size_t kPage = 24;

struct Known {
  history::DueState due;
  memory::ScheduledItem memory;
  std::size_t deck = 0;  ///< Its place in the order of the decks.
};

/// Places of the decks in their order.
using Places = std::unordered_map<std::string, std::size_t>;

/// Whether it may be asked on `day`, and is not new.
bool may_be_asked(const Known& known, memory::StudyDay day) {
  const auto& buried_until = known.due.state.buried_until;
  return !(buried_until && *buried_until > day) && history::may_be_reviewed(known.memory);
}

/// Those due by today, in the order of decks and of their files.
std::vector<Known> known_items(const history::History& history, const Places& decks,
                               const ReviewRules& rules, const ItemFilter& wanted) {
  std::vector<Known> items;
  for (auto& due : history.due_states(rules.day)) {
    const auto deck = decks.find(due.state.id.deck);
    if (deck == decks.end() || (wanted && !wanted(due.state.id))) {
      continue;
    }
    auto memory = history::scheduled(due.state);
    items.push_back({std::move(due), std::move(memory), deck->second});
    if (!may_be_asked(items.back(), rules.day)) {
      items.pop_back();
    }
  }
  std::sort(items.begin(), items.end(), [](const Known& a, const Known& b) {
    return std::tuple(a.deck, a.due.place) < std::tuple(b.deck, b.due.place);
  });
  return items;
}

/// The items on which an even load depends: those of today, in their order, and what is to come.
std::vector<Burden> burdens_of(std::span<const Known> today, const history::History& history,
                               const Places& decks, const ReviewRules& rules,
                               const ItemFilter& wanted) {
  std::vector<Burden> burdens;
  burdens.reserve(today.size());
  for (const auto& item : today) {
    const auto& state = item.due.state;
    burdens.push_back({&item.memory, item.due.options, state.due, state.rescheduled.has_value(),
                       state.waits_until});
  }
  if (!rules.wishes.fuzz || today.size() <= kFew) {
    return burdens;
  }
  const auto horizon = load_horizon(rules.day);
  history.for_each_waiting(rules.day, horizon, wanted != nullptr, [&](const auto& later) {
    if (decks.contains(later.item.deck) && (!wanted || wanted(later.item))) {
      burdens.push_back({nullptr, {}, later.due, false, later.until});
    }
  });
  return burdens;
}

/// Indices of the points to ask.
std::vector<std::size_t> asked_of(const Known& known, const ReviewRules& rules) {
  std::vector<std::size_t> asked;
  if (!known.due.state.rescheduled) {
    asked = memory::points_due(known.memory, rules.parameters, known.due.options, rules.day);
  }
  const bool every = asked.empty();
  for (std::size_t i = 0; every && i < known.memory.points.size(); ++i) {
    if (!known.memory.points[i].suspended) {
      asked.push_back(i);
    }
  }
  return asked;
}

PlannedItem planned(const Known& known, std::span<const std::size_t> asked) {
  PlannedItem item{known.due.state.id, {}, Why::due};
  for (const auto point : asked) {
    item.asked.push_back(known.memory.points[point].id);
  }
  return item;
}

void add_due(const history::History& history, const Places& decks, const ReviewRules& rules,
             const ItemFilter& wanted, std::vector<PlannedItem>& plan) {
  const auto items = known_items(history, decks, rules, wanted);
  const auto burdens = burdens_of(items, history, decks, rules, wanted);
  const memory::ForgettingCurve curve(rules.parameters);
  std::vector<std::pair<double, PlannedItem>> found;
  for (const auto place : todays_share(burdens, {rules.day, rules.parameters, rules.wishes.fuzz})) {
    const auto asked = asked_of(items[place], rules);
    const auto loss = memory::expected_loss(items[place].memory, curve, asked, rules.day);
    found.emplace_back(loss, planned(items[place], asked));
  }
  std::stable_sort(found.begin(), found.end(),
                   [](const auto& a, const auto& b) { return a.first > b.first; });
  for (auto& [loss, item] : found) {
    plan.push_back(std::move(item));
  }
}

/// Counts the new items of a day against the limits.
class Room {
 public:
  Room(const ReviewRules& rules, std::map<std::string, int> limits)
      : rules_(rules), limits_(std::move(limits)) {}

  void begin(const std::string& deck) {
    const auto limit = limits_.find(deck);
    most_ = limit == limits_.end() ? 0 : std::max(limit->second, 0);
    const auto introduced = rules_.introduced.find(deck);
    taken_ = introduced == rules_.introduced.end() ? 0 : introduced->second;
  }
  /// Whether an item of the deck could find room.
  [[nodiscard]] bool any() const {
    return rules_.new_items ? in_all_ < *rules_.new_items : std::cmp_less(taken_, most_);
  }
  /// Whether one that may be asked while fewer than `limit` of the deck were introduced does.
  [[nodiscard]] bool take(int limit) {
    if (!any() || (!rules_.new_items && std::cmp_greater_equal(taken_, limit))) {
      return false;
    }
    ++taken_;
    ++in_all_;
    return true;
  }

 private:
  const ReviewRules& rules_;
  std::map<std::string, int> limits_;  ///< The largest of each deck.
  int most_ = 0;
  std::size_t taken_ = 0;
  std::size_t in_all_ = 0;
};

void add_fresh(const history::History& history, std::span<const std::string> decks,
               const ReviewRules& rules, const ItemFilter& wanted, std::vector<PlannedItem>& plan) {
  Room room(rules, history.new_limits());
  for (const auto& deck : decks) {
    room.begin(deck);
    if (!room.any()) {
      continue;
    }
    history.for_each_fresh(deck, rules.day, [&](std::string item, int new_per_day) {
      history::ItemId id{deck, std::move(item)};
      if ((!wanted || wanted(id)) && room.take(new_per_day)) {
        plan.push_back({std::move(id), {}, Why::fresh});
      }
      return room.any();
    });
  }
}

}  // namespace

ReviewRules rules_for(const history::History& history, memory::StudyDay day, const Wishes& wishes) {
  ReviewRules rules;
  rules.day = day;
  rules.parameters = history.parameters();
  rules.wishes = wishes;
  rules.introduced = history.introduced_on(day);
  return rules;
}

std::vector<PlannedItem> review_plan(const history::History& history,
                                     std::span<const std::string> decks, const ReviewRules& rules,
                                     const ItemFilter& wanted) {
  Places places;
  for (std::size_t i = 0; i < decks.size(); ++i) {
    places.emplace(decks[i], i);
  }
  std::vector<PlannedItem> plan;
  history.as_of_one_moment([&] {
    add_due(history, places, rules, wanted, plan);
    add_fresh(history, decks, rules, wanted, plan);
  });
  return plan;
}

PlannedTasks::PlannedTasks(const history::History& history, std::vector<PlannedItem> plan,
                           FindItem find, Wishes wishes)
    : history_(&history), plan_(std::move(plan)), find_(std::move(find)), wishes_(wishes) {}

std::vector<Task> PlannedTasks::next() {
  std::vector<Task> tasks;
  while (tasks.empty() && left() > 0) {
    const auto why = plan_[given_].why;
    for (std::size_t i = 0; i < kPage && left() > 0 && plan_[given_].why == why; ++i) {
      const auto& planned = plan_[given_++];
      const auto* item = find_(planned.id);
      auto asked = item == nullptr ? std::vector<std::size_t>() : asked_of(planned, *item);
      if (!asked.empty()) {
        tasks.push_back({item, std::move(asked), why});
      }
    }
  }
  return spread(std::move(tasks));
}

std::vector<std::size_t> PlannedTasks::asked_of(const PlannedItem& planned,
                                                const deck::Item& item) const {
  if (planned.why == Why::fresh) {
    return candidate_for(*history_, item, wishes_).active_points();
  }
  std::vector<std::size_t> asked;
  for (std::size_t i = 0; i < item.points.size(); ++i) {
    if (std::find(planned.asked.begin(), planned.asked.end(), item.points[i].id) !=
        planned.asked.end()) {
      asked.push_back(i);
    }
  }
  return asked;
}

}  // namespace pith::session
