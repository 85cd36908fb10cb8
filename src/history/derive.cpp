#include "history/derive.h"

#include <algorithm>
#include <set>

#include "history/log_rows.h"
#include "history/names.h"
#include "history/rules.h"

namespace pith::history {

namespace {

std::vector<PointState> read_states(Database& database, std::int64_t item) {
  std::vector<PointState> points;
  Cursor row = database.query(
      "SELECT point, weight, suspended, stability, difficulty, last_review, reviews, lapses, "
      "first_recall FROM point_state WHERE item = ? ORDER BY point");
  row.bind(item);
  while (row.next()) {
    points.push_back(read_point(row));
  }
  return points;
}

void write_point(Database& database, std::int64_t item, const PointState& point) {
  Cursor row = database.query(
      "INSERT OR REPLACE INTO point_state (item, point, weight, suspended, reviews, lapses, "
      "first_recall, stability, difficulty, last_review) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
  const memory::PointMemory& memory = point.memory;
  row.with(item, point.id, point.weight, point.suspended, memory.reviews, memory.lapses,
           memory.first_recall);
  if (memory.state) {
    row.with(memory.state->stability, memory.state->difficulty, memory.last_review);
  }
  row.run();
}

/// Last step of every change: what the rules say of the item, and when it is due by them.
void schedule(Database& database, ItemState& state, const memory::Parameters& parameters) {
  const std::int64_t item = item_number(database, state.id);
  const bool told = apply_rules(database, state);
  set_due(state, parameters, rule_of(database, item, state.id.deck));
  if (!told) {
    state.waits_until.reset();
  }
}

void erase_state(Database& database, std::int64_t item) {
  database.query("DELETE FROM item_state WHERE item = ?").bind(item).run();
  database.query("DELETE FROM point_state WHERE item = ?").bind(item).run();
}

/// Points that were merged since are one: recalled only if all of it was.
void merge_points(std::vector<AnsweredPoint>& points) {
  std::vector<AnsweredPoint> merged;
  for (AnsweredPoint& point : points) {
    const auto same = std::find_if(merged.begin(), merged.end(), [&](const AnsweredPoint& other) {
      return other.id == point.id;
    });
    if (same == merged.end()) {
      merged.push_back(std::move(point));
      continue;
    }
    const double weight = same->weight + point.weight;
    const double credit = (same->credit * same->weight + point.credit * point.weight) / weight;
    if (point.rating < same->rating) {
      *same = std::move(point);
    }
    same->weight = weight;
    same->credit = credit;
  }
  points = std::move(merged);
}

/// Puts the present names into an event that was recorded under `was`; false if it belongs to
/// another item than `id`.
bool bring_home(Database& database, Event& event, const ItemId& id) {
  const Key key = key_of(event.stamp);
  bool ours = false;
  const auto move = [&](ItemId& item, std::string& point) {
    const Name name = present_name(database, Name{item.deck, item.item, point}, key);
    item = {name.deck, name.item};
    point = name.point;
    ours = item == id;
  };
  std::string none;
  if (auto* answer = std::get_if<Answer>(&event.body)) {
    const ItemId recorded = answer->item;
    move(answer->item, none);
    for (AnsweredPoint& point : answer->points) {
      ItemId item = recorded;
      move(item, point.id);
    }
    merge_points(answer->points);
    ours = answer->item == id;
  } else if (auto* suspension = std::get_if<Suspension>(&event.body)) {
    move(suspension->item, suspension->point);
  } else if (auto* reset = std::get_if<Reset>(&event.body)) {
    move(reset->item, reset->point);
  } else if (auto* wording = std::get_if<Wording>(&event.body)) {
    move(wording->item, wording->point);
  } else if (auto* bury = std::get_if<Bury>(&event.body)) {
    move(bury->item, none);
  } else if (auto* reschedule = std::get_if<Reschedule>(&event.body)) {
    move(reschedule->item, none);
  }
  return ours;
}

std::vector<std::int64_t> numbers_of_events(Database& database, std::int64_t item) {
  std::vector<std::int64_t> numbers;
  Cursor row = database.query(
      "SELECT n FROM event e WHERE n IN (SELECT event FROM answer WHERE item = ?1 "
      "UNION ALL SELECT event FROM control WHERE item = ?1 "
      "UNION ALL SELECT event FROM wording WHERE item = ?1) "
      "AND NOT EXISTS (SELECT 1 FROM retraction WHERE target = e.id)");
  row.bind(item);
  while (row.next()) {
    numbers.push_back(row.integer(0));
  }
  return numbers;
}

/// Every item that any name in the log leads to.
std::set<ItemId> all_items(Database& database) {
  std::vector<ItemId> names;
  {
    Cursor row = database.query("SELECT deck, item FROM item");
    while (row.next()) {
      names.push_back({row.text(0), row.text(1)});
    }
  }
  std::set<ItemId> items(names.begin(), names.end());
  if (has_aliases(database)) {
    for (const ItemId& name : names) {
      const auto later = later_names(database, name);
      items.insert(later.begin(), later.end());
    }
  }
  return items;
}

/// Whether an event comes last of its item, under names that are still the present ones: then it
/// can be applied to the state there is.
bool comes_last(Database& database, const ItemState& state, const Event& event) {
  const Key key = key_of(event.stamp);
  return state.last < key && !database
                                  .query(
                                      "SELECT 1 FROM alias CROSS JOIN event e ON e.n = alias.event "
                                      "WHERE from_deck = ? AND from_item IN ('', ?) "
                                      "AND (e.study_day, e.time_ms, e.id) > (?, ?, ?)")
                                  .with(state.id.deck, state.id.item, key.day, key.time, key.id)
                                  .next();
}

/// The item an event is recorded under; empty if it concerns none or many.
std::optional<ItemId> recorded_item(const Body& body) {
  return std::visit(
      [](const auto& it) -> std::optional<ItemId> {
        if constexpr (requires { it.item; }) {
          return it.item;
        } else {
          return std::nullopt;
        }
      },
      body);
}

/// Applies an event that comes last of its item; false if it does not, or concerns more than one.
bool follow_last(Database& database, const Event& event, const memory::Parameters& parameters) {
  const auto item = recorded_item(event.body);
  auto state = item ? load_state(database, *item) : std::nullopt;
  if (!state || !comes_last(database, *state, event)) {
    return false;
  }
  apply(*state, event, parameters);
  schedule(database, *state, parameters);
  store_state(database, *state);
  return true;
}

}  // namespace

memory::Parameters current_parameters(Database& database) {
  Cursor latest = database.query(
      "SELECT weights FROM parameters CROSS JOIN event e ON e.n = parameters.event "
      "WHERE NOT EXISTS (SELECT 1 FROM retraction WHERE target = e.id) "
      "ORDER BY study_day DESC, time_ms DESC, id DESC LIMIT 1");
  return latest.next() ? memory::parse_parameters(latest.text(0)) : memory::kDefaultParameters;
}

PointState read_point(const Cursor& row) {
  PointState point;
  point.id = row.text(0);
  point.weight = row.real(1);
  point.suspended = row.flag(2);
  if (!row.null(3)) {
    point.memory.state = memory::MemoryState{row.real(3), row.real(4)};
    point.memory.last_review = row.day(5);
  }
  point.memory.reviews = static_cast<int>(row.integer(6));
  point.memory.lapses = static_cast<int>(row.integer(7));
  point.memory.first_recall = row.optional_day(8);
  return point;
}

memory::DueReason due_reason_named(std::string_view name) {
  return name == "floor" ? memory::DueReason::floor : memory::DueReason::expected_score;
}

ItemState read_state(const Cursor& row) {
  ItemState state;
  state.due = row.optional_day(0);
  state.due_reason = due_reason_named(row.text(1));
  state.suspended = row.flag(2);
  state.buried_until = row.optional_day(3);
  state.rescheduled = row.optional_day(4);
  state.introduced = row.optional_day(5);
  state.answers = static_cast<int>(row.integer(6));
  state.last = {row.day(7), memory::Instant{std::chrono::milliseconds{row.integer(8)}},
                row.uuid(9)};
  state.waits_until = row.optional_day(10);
  return state;
}

std::optional<ItemState> load_state(Database& database, const ItemId& id) {
  const auto number = find_item(database, id);
  if (!number) {
    return std::nullopt;
  }
  Cursor row = database.query(
      "SELECT due, due_reason, suspended, buried_until, rescheduled, introduced, answers, "
      "last_day, last_time_ms, last_id, waits_until FROM item_state WHERE item = ?");
  if (!row.bind(*number).next()) {
    return std::nullopt;
  }
  ItemState state = read_state(row);
  state.id = id;
  state.points = read_states(database, *number);
  (void)apply_rules(database, state);
  return state;
}

void store_state(Database& database, const ItemState& state) {
  const std::int64_t item = item_number(database, state.id);
  database
      .query(
          "INSERT OR REPLACE INTO item_state (item, due, due_reason, suspended, buried_until, "
          "rescheduled, introduced, answers, last_day, last_time_ms, last_id, waits_until, "
          "of_deck) "
          "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
      .with(item, state.due,
            state.due_reason == memory::DueReason::floor ? "floor" : "expected_score",
            state.suspended, state.buried_until, state.rescheduled, state.introduced, state.answers,
            state.last.day, state.last.time, state.last.id, state.waits_until, state.id.deck)
      .run();
  for (const PointState& point : state.points) {
    write_point(database, item, point);
  }
  note_fresh(database, state);
}

std::vector<Event> events_of(Database& database, const ItemId& id) {
  std::vector<Event> events;
  const bool renamed = has_aliases(database);
  const auto names = renamed ? former_names(database, id) : std::vector<ItemId>{id};
  for (const ItemId& name : names) {
    const auto item = find_item(database, name);
    if (!item) {
      continue;
    }
    for (const std::int64_t number : numbers_of_events(database, *item)) {
      Event event = read_event(database, number);
      if (!renamed || bring_home(database, event, id)) {
        events.push_back(std::move(event));
      }
    }
  }
  std::sort(events.begin(), events.end(),
            [](const Event& a, const Event& b) { return key_of(a.stamp) < key_of(b.stamp); });
  return events;
}

std::optional<ItemState> replayed(Database& database, const ItemId& id,
                                  const memory::Parameters& parameters) {
  const auto events = events_of(database, id);
  if (events.empty()) {
    return std::nullopt;
  }
  ItemState state;
  state.id = id;
  for (const Event& event : events) {
    apply(state, event, parameters);
  }
  schedule(database, state, parameters);
  return state;
}

void reschedule(Database& database, const ItemId& id, const memory::Parameters& parameters) {
  if (auto state = load_state(database, id)) {
    schedule(database, *state, parameters);
    store_state(database, *state);
  }
}

void recompute(Database& database, const ItemId& id, const memory::Parameters& parameters) {
  if (const auto item = find_item(database, id)) {
    erase_state(database, *item);
  }
  if (const auto state = replayed(database, id, parameters)) {
    store_state(database, *state);
  } else {
    note_fresh(database, id);
  }
}

std::size_t recompute_all(Database& database) {
  database.execute(
      "DELETE FROM item_state; DELETE FROM point_state; UPDATE deck_item SET fresh_from = 0");
  const memory::Parameters parameters = current_parameters(database);
  std::size_t items = 0;
  for (const ItemId& name : all_items(database)) {
    if (const auto state = replayed(database, name, parameters)) {
      store_state(database, *state);
      ++items;
    }
  }
  return items;
}

std::optional<std::vector<ItemId>> touched_by(Database& database, const Body& body) {
  if (std::holds_alternative<ParametersChanged>(body)) {
    return std::nullopt;
  }
  if (const auto* retraction = std::get_if<Retraction>(&body)) {
    const auto target = find_event(database, retraction->event);
    return target ? touched_by(database, read_event(database, *target).body)
                  : std::vector<ItemId>{};
  }
  std::vector<ItemId> recorded;
  if (const auto* alias = std::get_if<Alias>(&body)) {
    recorded = alias->from.item.empty() ? items_named_under(database, alias->from.deck)
                                        : std::vector<ItemId>{{alias->from.deck, alias->from.item}};
  } else if (auto item = recorded_item(body)) {
    recorded.push_back(std::move(*item));
  }
  std::set<ItemId> touched;
  for (const ItemId& name : recorded) {
    for (ItemId& later : later_names(database, name)) {
      touched.insert(std::move(later));
    }
  }
  return std::vector<ItemId>(touched.begin(), touched.end());
}

void follow(Database& database, const Event& event) {
  if (std::holds_alternative<Redaction>(event.body)) {
    return;
  }
  const memory::Parameters parameters = current_parameters(database);
  if (follow_last(database, event, parameters)) {
    return;
  }
  const auto touched = touched_by(database, event.body);
  if (!touched) {
    recompute_all(database);
    return;
  }
  for (const ItemId& id : *touched) {
    recompute(database, id, parameters);
  }
}

void follow_all(Database& database, std::vector<const Event*> events) {
  std::sort(events.begin(), events.end(),
            [](const Event* a, const Event* b) { return key_of(a->stamp) < key_of(b->stamp); });
  const memory::Parameters parameters = current_parameters(database);
  std::set<ItemId> late;  // to be replayed
  std::set<std::string> decks;
  bool all = false;
  for (const Event* event : events) {
    if (std::holds_alternative<Redaction>(event->body)) {
      continue;
    }
    const auto item = recorded_item(event->body);
    const bool replayed = item && late.contains(*item);
    if (item) {
      decks.insert(item->deck);
    }
    if (replayed ||
        (!is_retracted(database, event->stamp.id) && follow_last(database, *event, parameters))) {
      continue;
    }
    const auto touched = touched_by(database, event->body);
    all = all || !touched;
    for (const ItemId& id : touched.value_or(std::vector<ItemId>{})) {
      decks.insert(id.deck);
      late.insert(id);
    }
  }
  if (all) {
    recompute_all(database);
  } else {
    for (const ItemId& id : late) {
      recompute(database, id, parameters);
    }
  }
  for (const std::string& deck : decks) {
    database.query("UPDATE deck_rule SET stamp = '' WHERE deck = ?").bind(deck).run();
  }
}

}  // namespace pith::history
