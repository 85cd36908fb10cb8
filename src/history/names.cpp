#include "history/names.h"

#include <algorithm>
#include <string>
#include <utility>

namespace pith::history {

namespace {

void add_new(std::vector<ItemId>& names, const ItemId& name) {
  if (std::find(names.begin(), names.end(), name) == names.end()) {
    names.push_back(name);
  }
}

/// All names reached from `id` by steps of `sql`: ?1 deck, ?2 item; gives the deck and item of the
/// other end, the item empty for an alias of decks.
std::vector<ItemId> reached(Database& database, const ItemId& id, std::string_view sql) {
  std::vector<ItemId> names = {id};
  for (std::size_t i = 0; i < names.size(); ++i) {
    const ItemId name = names[i];
    Cursor step = database.query(sql);
    step.with(name.deck, name.item);
    while (step.next()) {
      const std::string item = step.text(1);
      add_new(names, {step.text(0), item.empty() ? name.item : item});
    }
  }
  return names;
}

}  // namespace

std::optional<std::int64_t> find_item(Database& database, const ItemId& id) {
  Cursor found = database.query("SELECT n FROM item WHERE deck = ? AND item = ?");
  found.with(id.deck, id.item);
  return found.next() ? std::optional(found.integer(0)) : std::nullopt;
}

std::int64_t item_number(Database& database, const ItemId& id) {
  if (const auto number = find_item(database, id)) {
    return *number;
  }
  database.query("INSERT INTO item (deck, item) VALUES (?, ?)").with(id.deck, id.item).run();
  return database.raw().getLastInsertRowid();
}

bool has_aliases(Database& database) {
  return database.query("SELECT 1 FROM alias LIMIT 1").next();
}

Name present_name(Database& database, Name name, Key key) {
  for (;;) {
    Cursor step = database.query(
        "SELECT e.study_day, e.time_ms, e.id, from_item, from_point, to_deck, to_item, to_point "
        "FROM alias CROSS JOIN event e ON e.n = alias.event "
        "WHERE from_deck = ? AND from_item IN ('', ?) AND from_point IN ('', ?) "
        "AND (e.study_day, e.time_ms, e.id) > (?, ?, ?) "
        "AND {counts} ORDER BY 1, 2, 3 LIMIT 1");
    step.with(name.deck, name.item, name.point, key.day, key.time, key.id);
    if (!step.next()) {
      return name;
    }
    key = {step.day(0), memory::Instant{std::chrono::milliseconds{step.integer(1)}}, step.uuid(2)};
    name.deck = step.text(5);
    if (!step.text(3).empty()) {
      name.item = step.text(6);
    }
    if (!step.text(4).empty()) {
      name.point = step.text(7);
    }
  }
}

ItemId present_name(Database& database, const ItemId& id, const Key& key) {
  const Name name = present_name(database, Name{id.deck, id.item, ""}, key);
  return {name.deck, name.item};
}

std::vector<Uuid> aliases_leading(Database& database, const Name& from, const Name& to) {
  std::vector<std::pair<Key, Name>> steps;
  Cursor step = database.query(
      "SELECT e.study_day, e.time_ms, e.id, to_deck, to_item, to_point "
      "FROM alias CROSS JOIN event e ON e.n = alias.event "
      "WHERE from_deck = ? AND from_item = ? AND from_point = ? AND {counts} ORDER BY 1, 2, 3");
  step.with(from.deck, from.item, from.point);
  while (step.next()) {
    const Key key = {step.day(0), memory::Instant{std::chrono::milliseconds{step.integer(1)}},
                     step.uuid(2)};
    steps.push_back({key, {step.text(3), step.text(4), step.text(5)}});
  }
  std::vector<Uuid> leading;
  for (const auto& [key, name] : steps) {
    if (present_name(database, name, key) == to) {
      leading.push_back(key.id);
    }
  }
  return leading;
}

std::vector<ItemId> former_names(Database& database, const ItemId& id) {
  return reached(database, id,
                 "SELECT from_deck, from_item FROM alias "
                 "WHERE to_deck = ? AND to_item IN ('', ?) AND from_point = ''");
}

std::vector<ItemId> later_names(Database& database, const ItemId& id) {
  return reached(database, id,
                 "SELECT to_deck, to_item FROM alias "
                 "WHERE from_deck = ? AND from_item IN ('', ?) AND from_point = ''");
}

std::vector<ItemId> items_named_under(Database& database, const std::string& deck) {
  std::vector<ItemId> names;
  Cursor items = database.query("SELECT item FROM item WHERE deck = ?");
  items.bind(deck);
  while (items.next()) {
    names.push_back({deck, items.text(0)});
  }
  return names;
}

}  // namespace pith::history
