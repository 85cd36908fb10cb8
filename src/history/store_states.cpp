// History: reading what follows from the log.
#include <map>
#include <set>
#include <tuple>
#include <unordered_map>

#include "history/database.h"
#include "history/day.h"
#include "history/derive.h"
#include "history/failed_points.h"
#include "history/item_log.h"
#include "history/log_rows.h"
#include "history/names.h"
#include "history/points.h"
#include "history/rules.h"
#include "history/state_rows.h"
#include "history/store.h"

namespace pith::history {

namespace {

/// The states an item had, told review by review.
void tell_reviews(const ItemId& id, const std::vector<Event>& events,
                  const memory::Parameters& parameters,
                  const std::function<void(const PointReview&)>& take) {
  std::map<std::string, memory::PointMemory> memories;
  for (const Event& event : events) {
    if (const auto* reset = std::get_if<Reset>(&event.body)) {
      std::erase_if(memories, [&](const auto& entry) {
        return reset->point.empty() || reset->point == entry.first;
      });
    }
    const auto* answer = std::get_if<Answer>(&event.body);
    if (answer == nullptr) {
      continue;
    }
    for (const AnsweredPoint& point : answer->points) {
      memory::PointMemory& memory = memories[point.id];
      const memory::PointEvent said{event.stamp.when.day, point.rating, answer->scheduled,
                                    answer->relearning, answer->aided};
      const auto counts = memory::what_counts(memory, said);
      if (counts != memory::Counts::logged_only) {
        take({id, point.id, event.stamp.when.time, said.day, point.rating, counts,
              !memory.state.has_value(), point.credit, answer->seconds});
        memory = memory::apply(memory, said, parameters);
      }
    }
  }
}

/// By item, point and text.
using Wordings = std::map<std::tuple<ItemId, std::string, std::string>, KnownWording>;

/// Wordings of an item that neither were taken back nor hang on a retracted answer.
void add_wordings(Database& database, const ItemId& id, Wordings& known) {
  std::map<Uuid, std::string> said;
  for (const Event& event : events_of(database, id)) {
    if (const auto* answer = std::get_if<Answer>(&event.body)) {
      said[event.stamp.id] = answer->text;
    }
    const auto* wording = std::get_if<Wording>(&event.body);
    if (wording == nullptr || wording->text.empty() ||
        (wording->answer && is_retracted(database, *wording->answer))) {
      continue;
    }
    const std::tuple key(id, wording->point, wording->text);
    if (wording->effect == Effect::forget) {
      known.erase(key);
    } else {
      known[key] = {
          id, wording->point, wording->text, wording->effect, event.stamp, wording->answer, {}};
    }
  }
  for (auto& [key, wording] : known) {
    if (const auto answer = said.find(wording.answer.value_or(Uuid{}));
        wording.item == id && answer != said.end()) {
      wording.said = answer->second;
    }
  }
}

/// Present names of all items that have wordings.
std::set<ItemId> items_with_wordings(Database& database) {
  std::vector<ItemId> recorded;
  {
    Cursor row = database.query(
        "SELECT DISTINCT deck, item.item FROM wording JOIN item ON item.n = wording.item");
    while (row.next()) {
      recorded.push_back({row.text(0), row.text(1)});
    }
  }
  std::set<ItemId> items;
  for (const ItemId& name : recorded) {
    const auto later = later_names(database, name);
    items.insert(later.begin(), later.end());
  }
  return items;
}

std::vector<ItemId> read_items(Cursor& row) {
  std::vector<ItemId> items;
  while (row.next()) {
    items.push_back({row.text(0), row.text(1)});
  }
  return items;
}

/// States with the numbers of their items, in the same order.
struct StatesOfDeck {
  std::vector<ItemState> states;
  std::vector<std::int64_t> numbers;
};

StatesOfDeck read_states_of(Database& database, const std::string& deck) {
  StatesOfDeck found;
  Cursor row = database.query(
      "SELECT {state}, s.item, i.item FROM item i "
      "CROSS JOIN item_state s ON s.item = i.n WHERE i.deck = ? ORDER BY i.item");
  row.bind(deck);
  while (row.next()) {
    found.numbers.push_back(row.integer(kStateColumns));
    found.states.push_back(read_state(row));
    found.states.back().id = {deck, row.text(kStateColumns + 1)};
  }
  return found;
}

void add_points_of(Database& database, const std::string& deck, StatesOfDeck& found) {
  StatesByNumber states;
  states.reserve(found.states.size());
  for (std::size_t i = 0; i < found.states.size(); ++i) {
    states.emplace(found.numbers[i], &found.states[i]);
  }
  Cursor row = database.query(
      "SELECT {point}, p.item FROM item i CROSS JOIN point_state p ON p.item = i.n "
      "WHERE i.deck = ? ORDER BY i.item, point");
  add_points(row.bind(deck), states);
}

/// What the deck says of its items, which may be more than have a state.
void apply_rules_of(Database& database, const std::string& deck, std::vector<ItemState>& states) {
  std::unordered_map<std::string, std::string> said;
  Cursor row = database.query("SELECT item, points FROM deck_item WHERE deck = ?");
  row.bind(deck);
  while (row.next()) {
    said.emplace(row.text(0), row.text(1));
  }
  for (ItemState& state : states) {
    if (const auto points = said.find(state.id.item); points != said.end()) {
      apply_points(state, points->second);
    } else {
      state.gone = !said.empty();
    }
  }
}

}  // namespace

memory::Parameters History::parameters() const {
  return current_parameters(*database_);
}

std::optional<ItemState> History::state(const ItemId& item,
                                        std::optional<memory::StudyDay> today) const {
  auto state = load_state(*database_, item);
  if (state && today) {
    tell_failed(*database_, *state, *today, current_parameters(*database_));
  }
  return state;
}

std::vector<ItemState> History::states(const std::string& deck,
                                       std::optional<memory::StudyDay> today) const {
  StatesOfDeck found;
  as_of_one_moment([&] {
    found = read_states_of(*database_, deck);
    add_points_of(*database_, deck, found);
    apply_rules_of(*database_, deck, found.states);
    if (today) {
      const auto parameters = current_parameters(*database_);
      for (ItemState& state : found.states) {
        tell_failed(*database_, state, *today, parameters);
      }
    }
  });
  return std::move(found.states);
}

Day History::on(memory::StudyDay day) const {
  return {*database_, day};
}

std::vector<KnownWording> History::wordings(std::optional<ItemId> item) const {
  Wordings known;
  if (item) {
    add_wordings(*database_, *item, known);
  } else {
    for (const ItemId& id : items_with_wordings(*database_)) {
      add_wordings(*database_, id, known);
    }
  }
  std::vector<KnownWording> list;
  for (auto& [key, wording] : known) {
    list.push_back(std::move(wording));
  }
  return list;
}

bool History::knows(const Name& name) const {
  if (name.item.empty()) {
    Cursor row = database_->query(
        "SELECT 1 FROM item WHERE deck = ? AND n IN (SELECT item FROM item_state) LIMIT 1");
    return row.bind(name.deck).next();
  }
  const auto state = load_state(*database_, {name.deck, name.item});
  return state && (name.point.empty() || find_point(*state, name.point) != nullptr);
}

std::vector<std::string> History::known_decks() const {
  std::vector<std::string> decks;
  Cursor row = database_->query(
      "SELECT DISTINCT deck FROM item WHERE n IN (SELECT item FROM item_state) ORDER BY deck");
  while (row.next()) {
    decks.push_back(row.text(0));
  }
  return decks;
}

void History::for_each_review(const std::function<void(const PointReview&)>& take) const {
  const memory::Parameters parameters = current_parameters(*database_);
  Cursor row = database_->query(
      "SELECT deck, item.item FROM item_state s JOIN item ON item.n = s.item "
      "ORDER BY deck, item.item");
  for (const ItemId& id : read_items(row)) {
    tell_reviews(id, history::events_of(*database_, id), parameters, take);
  }
}

void History::for_each_review(const ItemId& item,
                              const std::function<void(const PointReview&)>& take) const {
  tell_reviews(item, history::events_of(*database_, item), current_parameters(*database_), take);
}

}  // namespace pith::history
