#include "history/take_in.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <variant>
#include <vector>

#include "history/content_rows.h"
#include "history/database.h"
#include "history/derive.h"
#include "history/log_rows.h"
#include "history/names.h"
#include "history/replay.h"
#include "history/state_rows.h"

namespace pith::history {

namespace {

constexpr const char* kLargeCache = "PRAGMA cache_size = -65536";  // KB

/// How far a copy of an answer may have been moved. A program that tells reviews by their
/// milliseconds moves those of one moment apart: the cards of an item, and the items of an exam.
constexpr std::chrono::seconds kMostMoved{1};

/// Keeps the states of the items that events are added to, as long as these come in replay order;
/// any other item is replayed at the end.
class Intake {
 public:
  explicit Intake(Database& database)
      : database_(database),
        parameters_(current_parameters(database)),
        replay_all_(has_aliases(database)) {
    Cursor last = database.query("SELECT max(sequence) FROM event WHERE device = ?");
    last.bind(database.device()).next();
    sequence_ = last.integer(0);
    Cursor before = database.query("SELECT max(n) FROM event");
    before.next();
    before_ = before.integer(0);
  }

  void take(Event event) {
    if (!has_time(event) || find_event(database_, event.stamp.id) || is_answered(event) ||
        was_suspended(event)) {
      return;
    }
    event.stamp.device = database_.device();
    event.stamp.sequence = ++sequence_;
    event.stamp.schema = kSchemaVersion;
    insert_event(database_, event);
    ++added_;
    follow(event);
  }

  void finish() {
    for (const auto& [id, state] : states_) {
      if (!replay_.contains(id)) {
        store_state(database_, state);
        reschedule(database_, id, parameters_);
      }
    }
    for (const auto& id : replay_) {
      recompute(database_, id, parameters_);
    }
    if (anything_) {
      recompute_all(database_);
    }
  }

  [[nodiscard]] std::size_t added() const { return added_; }

 private:
  static bool has_time(const Event& event) {
    const auto time = event.stamp.when.time.time_since_epoch();
    const auto latest = memory::kLatestInstant.time_since_epoch();
    return time >= -latest && time <= latest;
  }

  /// Whether the log had an answer to the item within a moment of that instant: the event is its
  /// copy, back from another program, which may know the points by other names. Where its deck got
  /// another name on the way, it says the same still; of an item that was renamed the log has the
  /// former name. What came in just now is no such answer:
  /// another program's reviews may lie as close together as they like.
  bool is_answered(const Event& event) {
    const auto* answer = std::get_if<Answer>(&event.body);
    if (answer == nullptr || before_ == 0) {
      return false;
    }
    const auto names =
        replay_all_ ? former_names(database_, answer->item) : std::vector<ItemId>{answer->item};
    return std::ranges::any_of(names, [&](const ItemId& name) {
      return was_answered(name, answer->content_hash, event.stamp.when);
    });
  }

  bool was_answered(const ItemId& item, const std::string& content_hash, const When& when) {
    const auto& [time, offset, day] = when;
    constexpr std::chrono::days kDay{1};  // a moment may lie on both sides of where days part
    Cursor found = database_.query(
        "SELECT 1 FROM event e CROSS JOIN answer a ON a.event = e.n CROSS JOIN item i ON "
        "i.n = a.item WHERE study_day IN (?, ?, ?) AND time_ms BETWEEN ? AND ? AND e.n <= ? AND "
        "i.item = ? AND (i.deck = ? OR a.content_hash = ?)");
    return found
        .with(day - kDay, day, day + kDay, time - kMostMoved, time + kMostMoved, before_, item.item,
              item.deck, content_hash)
        .next();
  }

  /// Whether the event suspends what was suspended before: a package is dated anew whenever it is
  /// written.
  bool was_suspended(const Event& event) {
    const auto* suspension = std::get_if<Suspension>(&event.body);
    if (suspension == nullptr || !suspension->suspended) {
      return false;
    }
    const auto state = load_state(database_, suspension->item);
    return state &&
           (state->suspended || std::ranges::any_of(state->points, [&](const PointState& point) {
              return point.suspended && point.id == suspension->point;
            }));
  }

  void follow(const Event& event) {
    const auto touched = touched_by(database_, event.body);
    if (!touched) {
      anything_ = true;
      return;
    }
    for (const auto& id : *touched) {
      if (!replay_all_ && apply_in_order(id, event)) {
        continue;
      }
      replay_.insert(id);
    }
  }

  bool apply_in_order(const ItemId& id, const Event& event) {
    const auto [place, fresh] = states_.try_emplace(id);
    auto& state = place->second;
    if (fresh) {
      state = load_state(database_, id).value_or(ItemState{});
      state.id = id;
    }
    const bool in_order = state.last < key_of(event.stamp);
    if (in_order && !replay_.contains(id)) {
      apply(state, event, parameters_);
    }
    return in_order;
  }

  Database& database_;
  memory::Parameters parameters_;
  bool replay_all_;
  bool anything_ = false;  // events that touch everything
  std::int64_t sequence_ = 0;
  std::int64_t before_ = 0;  ///< The last event that was there; 0: none.
  std::size_t added_ = 0;
  std::map<ItemId, ItemState> states_;
  std::set<ItemId> replay_;
};

}  // namespace

std::size_t take_in(const std::filesystem::path& file, const EventSource& source,
                    std::span<const Content> contents) {
  Database database(file, {});
  database.execute(kLargeCache);
  Transaction transaction(database);
  for (const Content& content : contents) {
    insert_content(database, content);
  }
  Intake intake(database);
  source([&](Event event) { intake.take(std::move(event)); });
  intake.finish();
  transaction.commit();
  return intake.added();
}

}  // namespace pith::history
