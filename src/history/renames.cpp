#include "history/renames.h"

#include <algorithm>

namespace pith::history {

namespace {

bool leads_on(const Name& from, const Name& name) {
  return from.deck == name.deck && (from.item.empty() || from.item == name.item) &&
         (from.point.empty() || from.point == name.point);
}

}  // namespace

Renames::Renames(Database& database) {
  Cursor row = database.query(
      "SELECT study_day, time_ms, id, from_deck, from_item, from_point, to_deck, to_item, to_point "
      "FROM alias CROSS JOIN event e ON e.n = alias.event "
      "WHERE NOT EXISTS (SELECT 1 FROM retraction WHERE target = e.id) "
      "ORDER BY study_day, time_ms, id");
  while (row.next()) {
    steps_.push_back(
        {{row.day(0), memory::Instant{std::chrono::milliseconds{row.integer(1)}}, row.uuid(2)},
         {{row.text(3), row.text(4), row.text(5)}, {row.text(6), row.text(7), row.text(8)}}});
  }
}

bool Renames::concern(const ItemId& id) const {
  return std::any_of(steps_.begin(), steps_.end(), [&](const Step& step) {
    const Name& from = step.alias.from;
    return from.deck == id.deck && (from.item.empty() || from.item == id.item);
  });
}

Name Renames::present(Name name, const Key& key) const {
  auto step = std::upper_bound(steps_.begin(), steps_.end(), key,
                               [](const Key& at, const Step& each) { return at < each.key; });
  for (; step != steps_.end(); ++step) {
    const auto& [from, to] = step->alias;
    if (!leads_on(from, name)) {
      continue;
    }
    name.deck = to.deck;
    if (!from.item.empty()) {
      name.item = to.item;
    }
    if (!from.point.empty()) {
      name.point = to.point;
    }
  }
  return name;
}

}  // namespace pith::history
