#include "history/day.h"

#include <set>

#include "history/database.h"
#include "history/derive.h"
#include "history/names.h"
#include "history/rows.h"
#include "history/rules.h"
#include "history/state_rows.h"

namespace pith::history {

namespace {

/// A state with the number of its item, and what the deck says of its points.
struct Found {
  std::int64_t item = 0;
  DueState due;
  std::string points;
};

std::vector<Found> due_items(Database& database, memory::StudyDay day) {
  constexpr int kItem = kStateColumns;
  std::vector<Found> items;
  Cursor row = database.query(
      "SELECT {state}, s.item, i.deck, i.item, d.place, d.points, "
      "r.item, r.desired_retention, r.floor, r.maximum_interval, r.fuzz, "
      "w.deck, w.desired_retention, w.floor, w.maximum_interval, w.fuzz FROM item_state s "
      "CROSS JOIN item i ON i.n = s.item "
      "CROSS JOIN deck_item d ON d.deck = i.deck AND d.item = i.item "
      "LEFT JOIN item_rule r ON r.item = s.item "
      "LEFT JOIN deck_rule w ON w.deck = i.deck WHERE due <= ?");
  row.bind(day);
  while (row.next()) {
    Found found;
    found.item = row.integer(kItem);
    found.points = row.text(kItem + 4);
    found.due.state = read_state(row);
    found.due.state.id = {row.text(kItem + 1), row.text(kItem + 2)};
    found.due.place = static_cast<int>(row.integer(kItem + 3));
    found.due.options = !row.null(kItem + 5)    ? read_options(row, kItem + 6)
                        : !row.null(kItem + 10) ? read_options(row, kItem + 11)
                                                : memory::SchedulingOptions{};
    items.push_back(std::move(found));
  }
  return items;
}

void add_points_to(Database& database, memory::StudyDay day, std::vector<Found>& items) {
  StatesByNumber states;
  states.reserve(items.size());
  for (Found& found : items) {
    states.emplace(found.item, &found.due.state);
  }
  Cursor row = database.query(
      "SELECT {point}, p.item FROM item_state s CROSS JOIN point_state p ON p.item = s.item "
      "WHERE due <= ?");
  add_points(row.bind(day), states);
}

/// Present names of what was answered on a day.
std::set<ItemId> named_in_answers(Database& database, memory::StudyDay day) {
  std::vector<ItemId> recorded;
  {
    Cursor row = database.query(
        "SELECT DISTINCT deck, item.item FROM event e CROSS JOIN answer a ON a.event = e.n "
        "CROSS JOIN item ON item.n = a.item WHERE study_day = ? AND kind = 'answer' "
        "AND {counts}");
    row.bind(day);
    while (row.next()) {
      recorded.push_back({row.text(0), row.text(1)});
    }
  }
  std::set<ItemId> items(recorded.begin(), recorded.end());
  if (has_aliases(database)) {
    for (const ItemId& name : recorded) {
      const auto later = later_names(database, name);
      items.insert(later.begin(), later.end());
    }
  }
  return items;
}

bool is_due(Database& database, const ItemId& id, memory::StudyDay day) {
  Cursor row = database.query(
      "SELECT 1 FROM item CROSS JOIN item_state s ON s.item = item.n "
      "WHERE deck = ? AND item.item = ? AND due <= ?");
  return row.with(id.deck, id.item, day).next();
}

}  // namespace

std::vector<AnsweredItem> Day::answered() const {
  const Transaction one_moment(*database_, Transaction::Kind::read);
  const memory::Parameters parameters = current_parameters(*database_);
  std::vector<AnsweredItem> items;
  for (const ItemId& id : named_in_answers(*database_, day_)) {
    if (!is_due(*database_, id, day_)) {
      items.push_back({id, replayed(*database_, id, parameters, day_)});
    }
  }
  return items;
}

std::vector<DueItem> Day::due() const {
  std::vector<DueItem> items;
  Cursor row = database_->query(
      "SELECT deck, item.item, due, due_reason FROM item_state s JOIN item ON item.n = s.item "
      "WHERE due <= ? ORDER BY due, s.item");
  row.bind(day_);
  while (row.next()) {
    items.push_back({{row.text(0), row.text(1)}, row.day(2), due_reason_named(row.text(3))});
  }
  return items;
}

std::size_t Day::count_due() const {
  Cursor row = database_->query("SELECT count(*) FROM item_state WHERE due <= ?");
  row.bind(day_).next();
  return static_cast<std::size_t>(row.integer(0));
}

std::vector<DueState> Day::due_states() const {
  auto items = due_items(*database_, day_);
  add_points_to(*database_, day_, items);
  std::vector<DueState> due;
  due.reserve(items.size());
  for (Found& found : items) {
    apply_points(found.due.state, found.points);
    due.push_back(std::move(found.due));
  }
  return due;
}

void Day::for_each_waiting(memory::StudyDay horizon, bool with_names,
                           const std::function<bool(const WaitingItem&)>& take) const {
  // Without names the index alone answers.
  constexpr const char* kDecks =
      "SELECT due, waits_until, of_deck FROM item_state WHERE due > ?1 AND due <= ?2 "
      "AND waits_until IS NOT NULL AND (buried_until IS NULL OR buried_until <= ?1) ORDER BY due";
  constexpr const char* kItems =
      "SELECT due, waits_until, of_deck, item.item FROM item_state s "
      "CROSS JOIN item ON item.n = s.item WHERE due > ?1 AND due <= ?2 "
      "AND waits_until IS NOT NULL AND (buried_until IS NULL OR buried_until <= ?1) ORDER BY due";
  Rows row(*database_, with_names ? kItems : kDecks,
           {memory::day_number(day_), memory::day_number(horizon)});
  WaitingItem item;
  while (row.next()) {
    item.due = memory::day_numbered(static_cast<int>(row.integer(0)));
    item.until = memory::day_numbered(static_cast<int>(row.integer(1)));
    item.item.deck = row.bytes(2);
    if (with_names) {
      item.item.item = row.bytes(3);
    }
    if (!take(item)) {
      return;
    }
  }
}

void Day::for_each_new_count(
    const std::function<void(const std::string&, const NewItems&)>& take) const {
  std::map<std::string, std::size_t> later;
  Rows late(*database_,
            "SELECT deck FROM deck_item INDEXED BY deck_item_later "
            "WHERE fresh_from > 0 AND fresh_from > ?1",
            {memory::day_number(day_)});
  while (late.next()) {
    ++later[std::string(late.bytes(0))];
  }
  Rows row(*database_,
           "SELECT r.deck, items, new_per_day, least_new_per_day FROM deck_rule r "
           "CROSS JOIN deck_fresh f ON f.deck = r.deck");
  std::string deck;
  while (row.next()) {
    deck = row.bytes(0);
    const auto not_yet = later.find(deck);
    const auto all = static_cast<std::size_t>(row.integer(1));
    const auto most = static_cast<int>(row.integer(2));
    take(deck,
         {all - (not_yet == later.end() ? 0 : not_yet->second), most, row.integer(3) == most});
  }
}

void Day::for_each_fresh(const std::string& deck,
                         const std::function<bool(std::string, int)>& take) const {
  Cursor row = database_->query(
      "SELECT item, new_per_day FROM deck_item "
      "WHERE deck = ? AND fresh_from IS NOT NULL AND fresh_from <= ? ORDER BY place");
  row.with(deck, day_);
  while (row.next() && take(row.text(0), static_cast<int>(row.integer(1)))) {
  }
}

std::map<std::string, std::size_t> Day::introduced() const {
  std::map<std::string, std::size_t> decks;
  Cursor row = database_->query(
      "SELECT deck, count(*) FROM item_state s JOIN item ON item.n = s.item "
      "WHERE introduced = ? GROUP BY deck");
  row.bind(day_);
  while (row.next()) {
    decks[row.text(0)] = static_cast<std::size_t>(row.integer(1));
  }
  return decks;
}

}  // namespace pith::history
