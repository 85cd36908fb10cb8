// History: what sharing it with other devices needs.
#include "history/database.h"
#include "history/log_rows.h"
#include "history/store.h"
#include "history/writers.h"

namespace pith::history {

void History::for_each_event(std::int64_t after,
                             const std::function<void(std::int64_t, const Event&)>& take) const {
  Cursor numbers = database_->query("SELECT n FROM event WHERE n > ? ORDER BY n");
  numbers.bind(after);
  while (numbers.next()) {
    const auto number = numbers.integer(0);
    take(number, read_event(*database_, number));
  }
}

bool History::has_event(const Uuid& id) const {
  return find_event(*database_, id).has_value();
}

bool History::met_content_before(const Answer& answer, std::int64_t number) const {
  return database_
      ->query(
          "SELECT 1 FROM item CROSS JOIN answer a ON a.item = item.n "
          "WHERE deck = ? AND item.item = ? AND content_hash = ? AND event < ? LIMIT 1")
      .with(answer.item.deck, answer.item.item, answer.content_hash, number)
      .next();
}

std::optional<SyncState> History::sync_state(const std::string& folder) const {
  Cursor row = database_->query("SELECT shared FROM sync_folder WHERE folder = ?");
  if (!row.bind(folder).next()) {
    return std::nullopt;
  }
  SyncState state{row.integer(0), {}};
  Cursor segments = database_->query(
      "SELECT name, size, modified, changed, hash, sound FROM sync_segment WHERE folder = ?");
  segments.bind(folder);
  while (segments.next()) {
    state.segments.push_back({segments.text(0), segments.integer(1), segments.integer(2),
                              segments.integer(3), static_cast<std::uint64_t>(segments.integer(4)),
                              segments.flag(5)});
  }
  return state;
}

void History::set_sync_state(const std::string& folder, const SyncState& state) {
  Transaction transaction(*database_);
  database_->query("DELETE FROM sync_folder WHERE folder = ?").bind(folder).run();
  database_->query("INSERT INTO sync_folder (folder, shared) VALUES (?, ?)")
      .with(folder, state.shared)
      .run();
  for (const SeenSegment& segment : state.segments) {
    database_
        ->query(
            "INSERT INTO sync_segment (folder, name, size, modified, changed, hash, sound) "
            "VALUES (?, ?, ?, ?, ?, ?, ?)")
        .with(folder, segment.name, segment.size, segment.modified, segment.changed,
              static_cast<std::int64_t>(segment.hash), segment.sound)
        .run();
  }
  transaction.commit();
}

void History::become_new_device() {
  Transaction transaction(*database_);
  database_->query(kKeepWriter).run();
  database_->become_new_device();
  transaction.commit();
}

}  // namespace pith::history
