#include "history/rules.h"

#include <algorithm>
#include <charconv>

#include <fmt/format.h>

#include "history/derive.h"
#include "history/names.h"
#include "history/rows.h"
#include "history/store.h"

namespace pith::history {

namespace {

bool same(const memory::SchedulingOptions& a, const memory::SchedulingOptions& b) {
  return a.desired_retention == b.desired_retention && a.floor == b.floor &&
         a.maximum_interval == b.maximum_interval && a.fuzz == b.fuzz;
}

/// The least and the largest of the items' new_per_day, 0 where there are none.
std::pair<int, int> new_per_day_of(std::span<const ItemRule> items) {
  const auto [least, most] = std::ranges::minmax_element(items, {}, &ItemRule::new_per_day);
  return items.empty() ? std::pair(0, 0) : std::pair(least->new_per_day, most->new_per_day);
}

void write_deck_rule(Database& database, const std::string& deck, const std::string& stamp,
                     const memory::SchedulingOptions& options, std::span<const ItemRule> items) {
  const auto [least, most] = new_per_day_of(items);
  database
      .query(
          "INSERT OR REPLACE INTO deck_rule (deck, stamp, desired_retention, floor, "
          "maximum_interval, fuzz, new_per_day, least_new_per_day) VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
      .with(deck, stamp, options.desired_retention, options.floor, options.maximum_interval,
            options.fuzz, most, least)
      .run();
}

void write_item_rule(Database& database, std::int64_t item,
                     const memory::SchedulingOptions& options) {
  database
      .query(
          "INSERT OR REPLACE INTO item_rule (item, desired_retention, floor, maximum_interval, "
          "fuzz) VALUES (?, ?, ?, ?, ?)")
      .with(item, options.desired_retention, options.floor, options.maximum_interval, options.fuzz)
      .run();
}

/// `0.5 4:name` for each point, one after the other: a weight, and an id with its size before it.
std::string written(std::span<const DeckPoint> points) {
  std::string text;
  for (const DeckPoint& point : points) {
    text += fmt::format("{} {}:{}", point.weight, point.id.size(), point.id);
  }
  return text;
}

/// A number, and the character behind it that ends it; empty if there is none.
template <typename Number>
std::optional<Number> take_number(std::string_view& text, char end) {
  Number number{};
  const auto [rest, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  const auto size = static_cast<std::size_t>(rest - text.data());
  if (error != std::errc() || size >= text.size() || text[size] != end) {
    return std::nullopt;
  }
  text.remove_prefix(size + 1);
  return number;
}

void forget_rules(Database& database, const std::string& deck) {
  for (const auto* sql : {"DELETE FROM item_rule WHERE item IN (SELECT n FROM item WHERE deck = ?)",
                          "DELETE FROM deck_item WHERE deck = ?"}) {
    database.query(sql).bind(deck).run();
  }
}

void write_deck_item(Database& database, const std::string& deck, int place, const ItemRule& rule) {
  database
      .query(
          "INSERT INTO deck_item (deck, item, place, new_per_day, points, fresh_from) "
          "VALUES (?, ?, ?, ?, ?, 0)")
      .with(deck, rule.item, place, rule.new_per_day, written(rule.points))
      .run();
}

std::vector<std::string> names_with_state(Database& database, const std::string& deck) {
  std::vector<std::string> items;
  Cursor row = database.query(
      "SELECT item.item FROM item JOIN item_state s ON s.item = item.n WHERE deck = ?");
  row.bind(deck);
  while (row.next()) {
    items.push_back(row.text(0));
  }
  return items;
}

}  // namespace

memory::SchedulingOptions read_options(const Cursor& row, int first) {
  memory::SchedulingOptions options;
  options.desired_retention = row.real(first);
  if (!row.null(first + 1)) {
    options.floor = row.real(first + 1);
  }
  options.maximum_interval = static_cast<int>(row.integer(first + 2));
  options.fuzz = row.flag(first + 3);
  return options;
}

memory::SchedulingOptions rule_of(Database& database, std::int64_t item, const std::string& deck) {
  Cursor own = database.query(
      "SELECT desired_retention, floor, maximum_interval, fuzz FROM item_rule WHERE item = ?");
  if (own.bind(item).next()) {
    return read_options(own);
  }
  Cursor of_deck = database.query(
      "SELECT desired_retention, floor, maximum_interval, fuzz FROM deck_rule WHERE deck = ?");
  return of_deck.bind(deck).next() ? read_options(of_deck) : memory::SchedulingOptions{};
}

void apply_points(ItemState& state, std::string_view points) {
  for (PointState& point : state.points) {
    point.retired = true;
    point.deck_weight.reset();
  }
  state.unmet.clear();
  while (!points.empty()) {
    const auto weight = take_number<double>(points, ' ');
    const auto size = weight ? take_number<std::size_t>(points, ':') : std::nullopt;
    if (!size || *size > points.size()) {
      return;
    }
    DeckPoint said{std::string(points.substr(0, *size)), *weight};
    points.remove_prefix(*size);
    const auto known = std::find_if(state.points.begin(), state.points.end(),
                                    [&](const PointState& point) { return point.id == said.id; });
    if (known == state.points.end()) {
      state.unmet.push_back(std::move(said));
    } else {
      known->retired = false;
      known->deck_weight = said.weight;
    }
  }
}

bool apply_rules(Database& database, ItemState& state) {
  Cursor said = database.query("SELECT points FROM deck_item WHERE deck = ? AND item = ?");
  state.gone = false;
  if (said.with(state.id.deck, state.id.item).next()) {
    apply_points(state, said.text(0));
    return true;
  }
  for (PointState& point : state.points) {
    point.retired = false;
    point.deck_weight.reset();
  }
  state.unmet.clear();
  state.gone =
      database.query("SELECT 1 FROM deck_item WHERE deck = ? LIMIT 1").bind(state.id.deck).next();
  return false;
}

void note_fresh(Database& database, const ItemState& state) {
  const auto from = fresh_from(state);
  database
      .query(
          "UPDATE deck_item SET fresh_from = ?1 "
          "WHERE deck = ?2 AND item = ?3 AND fresh_from IS NOT ?1")
      .with(from, state.id.deck, state.id.item)
      .run();
}

void note_fresh(Database& database, const ItemId& item) {
  ItemState nothing;
  nothing.id = item;
  note_fresh(database, nothing);
}

std::map<std::string, std::string> History::rule_stamps() const {
  std::map<std::string, std::string> stamps;
  Rows row(*database_, "SELECT deck, stamp FROM deck_rule ORDER BY deck");
  while (row.next()) {
    stamps.emplace_hint(stamps.end(), row.bytes(0), row.bytes(1));
  }
  return stamps;
}

void History::set_rules(const std::string& deck, const std::string& stamp,
                        const memory::SchedulingOptions& of_deck, std::span<const ItemRule> items) {
  Transaction transaction(*database_);
  forget_rules(*database_, deck);
  int place = 0;
  for (const ItemRule& rule : items) {
    write_deck_item(*database_, deck, place++, rule);
    if (!same(rule.options, of_deck)) {
      write_item_rule(*database_, item_number(*database_, {deck, rule.item}), rule.options);
    }
  }
  write_deck_rule(*database_, deck, stamp, of_deck, items);
  const memory::Parameters parameters = current_parameters(*database_);
  for (const std::string& item : names_with_state(*database_, deck)) {
    reschedule(*database_, {deck, item}, parameters);
  }
  transaction.commit();
}

}  // namespace pith::history
