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
