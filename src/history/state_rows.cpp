#include "history/state_rows.h"

#include "history/names.h"
#include "history/rules.h"

namespace pith::history {

namespace {

std::vector<PointState> read_states(Database& database, std::int64_t item) {
  std::vector<PointState> points;
  Cursor row = database.query("SELECT {point} FROM point_state p WHERE item = ? ORDER BY point");
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

}  // namespace

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

void add_points(Cursor& row, const StatesByNumber& states) {
  while (row.next()) {
    const auto state = states.find(row.integer(kPointColumns));
    if (state != states.end()) {
      state->second->points.push_back(read_point(row));
    }
  }
}

std::optional<ItemState> load_state(Database& database, const ItemId& id) {
  const auto number = find_item(database, id);
  if (!number) {
    return std::nullopt;
  }
  Cursor row = database.query("SELECT {state} FROM item_state s WHERE item = ?");
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

void erase_state(Database& database, std::int64_t item) {
  database.query("DELETE FROM item_state WHERE item = ?").bind(item).run();
  database.query("DELETE FROM point_state WHERE item = ?").bind(item).run();
}

}  // namespace pith::history
