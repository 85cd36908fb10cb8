#include "history/item_log.h"

#include <algorithm>
#include <cstdint>
#include <string>
#include <utility>
#include <variant>

#include "history/log_rows.h"
#include "history/names.h"

namespace pith::history {

namespace {

/// Puts the present names into the body of an event that was recorded at `key`. What concerns no
/// item, or many, stays as it is.
class Renaming {
 public:
  Renaming(Database& database, const Key& key) : database_(database), key_(key) {}

  void operator()(Answer& it) const {
    for (AnsweredPoint& point : it.points) {
      ItemId item = it.item;
      rename(item, point.id);
    }
    merge_points(it.points);
    rename(it.item);
  }
  void operator()(Wording& it) const { rename(it.item, it.point); }
  void operator()(Suspension& it) const { rename(it.item, it.point); }
  void operator()(Reset& it) const { rename(it.item, it.point); }
  void operator()(Bury& it) const { rename(it.item); }
  void operator()(Reschedule& it) const { rename(it.item); }
  void operator()(Retraction&) const {}
  void operator()(Alias&) const {}
  void operator()(ParametersChanged&) const {}
  void operator()(Redaction&) const {}

 private:
  void rename(ItemId& item, std::string& point) const {
    Name name = present_name(database_, Name{item.deck, item.item, point}, key_);
    item = {std::move(name.deck), std::move(name.item)};
    point = std::move(name.point);
  }
  void rename(ItemId& item) const {
    std::string whole;
    rename(item, whole);
  }

  Database& database_;
  Key key_;
};

/// Puts the present names into an event; false if it belongs to another item than `id`.
bool bring_home(Database& database, Event& event, const ItemId& id) {
  std::visit(Renaming(database, key_of(event.stamp)), event.body);
  return item_of(event.body) == id;
}

std::vector<std::int64_t> numbers_of_events(Database& database, std::int64_t item) {
  std::vector<std::int64_t> numbers;
  Cursor row = database.query(
      "SELECT n FROM event e WHERE n IN (SELECT event FROM answer WHERE item = ?1 "
      "UNION ALL SELECT event FROM control WHERE item = ?1 "
      "UNION ALL SELECT event FROM wording WHERE item = ?1) "
      "AND {counts}");
  row.bind(item);
  while (row.next()) {
    numbers.push_back(row.integer(0));
  }
  return numbers;
}

}  // namespace

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

}  // namespace pith::history
