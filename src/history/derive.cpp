#include "history/derive.h"

#include <algorithm>
#include <set>

#include "history/item_log.h"
#include "history/log_rows.h"
#include "history/names.h"
#include "history/rules.h"
#include "history/state_rows.h"

namespace pith::history {

namespace {

/// Last step of every change: what the rules say of the item, and when it is due by them.
void schedule(Database& database, ItemState& state, const memory::Parameters& parameters) {
  const std::int64_t item = item_number(database, state.id);
  const bool told = apply_rules(database, state);
  set_due(state, parameters, rule_of(database, item, state.id.deck));
  if (!told) {
    state.waits_until.reset();
  }
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

/// Applies an event that comes last of its item; false if it does not, or concerns more than one.
bool follow_last(Database& database, const Event& event, const memory::Parameters& parameters) {
  const auto item = item_of(event.body);
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
      "WHERE {counts} "
      "ORDER BY study_day DESC, time_ms DESC, id DESC LIMIT 1");
  return latest.next() ? memory::parse_parameters(latest.text(0)) : memory::kDefaultParameters;
}

std::optional<ItemState> replayed(Database& database, const ItemId& id,
                                  const memory::Parameters& parameters,
                                  std::optional<memory::StudyDay> before) {
  auto events = events_of(database, id);
  std::erase_if(events,
                [&](const Event& event) { return before && event.stamp.when.day >= *before; });
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
    const auto undone = target ? std::optional(read_event(database, *target).body) : std::nullopt;
    // A retraction is not undone. Those of other devices may name each other in a ring.
    return undone && !std::holds_alternative<Retraction>(*undone) ? touched_by(database, *undone)
                                                                  : std::vector<ItemId>{};
  }
  std::vector<ItemId> recorded;
  if (const auto* alias = std::get_if<Alias>(&body)) {
    recorded = alias->from.item.empty() ? items_named_under(database, alias->from.deck)
                                        : std::vector<ItemId>{{alias->from.deck, alias->from.item}};
  } else if (auto item = item_of(body)) {
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
    const auto item = item_of(event->body);
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
