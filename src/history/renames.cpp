#include "history/renames.h"

#include <algorithm>

#include "history/log_rows.h"
#include "history/names.h"
#include "history/store.h"
#include "history/writers.h"

namespace pith::history {

namespace {

/// The first of these places, from `at` on, whose step a point of this name takes; behind all steps
/// if none does.
template <typename Steps>
std::size_t next_of(const std::vector<std::size_t>& places, const Steps& steps, std::size_t at,
                    const std::string& point) {
  for (auto place = std::ranges::lower_bound(places, at); place != places.end(); ++place) {
    const std::string& from = steps[*place].alias.from.point;
    if (from.empty() || from == point) {
      return *place;
    }
  }
  return steps.size();
}

}  // namespace

Renames::Renames(Database& database) {
  Cursor row = database.query(
      "SELECT study_day, time_ms, id, from_deck, from_item, from_point, to_deck, to_item, to_point "
      "FROM alias CROSS JOIN event e ON e.n = alias.event "
      "WHERE {counts} "
      "ORDER BY study_day, time_ms, id");
  while (row.next()) {
    steps_.push_back(
        {{row.day(0), memory::Instant{std::chrono::milliseconds{row.integer(1)}}, row.uuid(2)},
         {{row.text(3), row.text(4), row.text(5)}, {row.text(6), row.text(7), row.text(8)}}});
    from_[{row.text(3), row.text(4)}].push_back(steps_.size() - 1);
  }
}

bool Renames::concern(const ItemId& id) const {
  return from_.contains(id) || from_.contains({id.deck, ""});
}

std::size_t Renames::next(const Name& name, std::size_t at) const {
  std::size_t first = steps_.size();
  for (const ItemId& begin : {ItemId{name.deck, ""}, ItemId{name.deck, name.item}}) {
    if (const auto places = from_.find(begin); places != from_.end()) {
      first = std::min(first, next_of(places->second, steps_, at, name.point));
    }
  }
  return first;
}

Name Renames::present(Name name, const Key& key) const {
  const auto begin =
      std::upper_bound(steps_.begin(), steps_.end(), key,
                       [](const Key& at, const Step& each) { return at < each.key; });
  auto at = next(name, static_cast<std::size_t>(begin - steps_.begin()));
  for (; at < steps_.size(); at = next(name, at + 1)) {
    const auto& [from, to] = steps_[at].alias;
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

std::vector<Event> History::own_aliases() const {
  std::vector<Event> aliases;
  auto writers = writers_of(*database_);
  std::ranges::reverse(writers);
  for (const Writer& writer : writers) {
    Cursor numbers = database_->query(
        "SELECT n FROM alias CROSS JOIN event e ON e.n = alias.event WHERE device = ? AND n <= ? "
        "AND {counts} ORDER BY sequence");
    numbers.with(writer.device, writer.last);
    while (numbers.next()) {
      aliases.push_back(read_event(*database_, numbers.integer(0)));
    }
  }
  return aliases;
}

bool History::was_led_elsewhere(const Name& from, const Name& to) const {
  const auto leading = aliases_leading(*database_, from, to);
  if (leading.empty()) {
    return false;
  }
  const auto own = own_aliases();
  return std::ranges::none_of(own,
                              [&](const Event& alias) { return alias.stamp.id == leading.back(); });
}

}  // namespace pith::history
