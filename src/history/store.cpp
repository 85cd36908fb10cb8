#include "history/store.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/error.h"
#include "history/content_rows.h"
#include "history/database.h"
#include "history/derive.h"
#include "history/log_rows.h"
#include "history/names.h"
#include "history/redactions.h"
#include "history/state_rows.h"

namespace pith::history {

namespace {

/// Raised when the replay changes what it gives: older derived tables are then made anew.
constexpr int kReplayVersion = 1;

std::int64_t next_sequence(Database& database) {
  Cursor last = database.query("SELECT max(sequence) FROM event WHERE device = ?");
  last.bind(database.device()).next();
  return last.integer(0) + 1;
}

/// A new id for an event at `when`, behind all others of its instant: with a clock that stands
/// still the log keeps the order in which it was written.
Uuid new_id(Database& database, const When& when, const Entropy& entropy) {
  const Uuid fresh = make_uuid7(when.time, entropy);
  Cursor last = database.query("SELECT max(id) FROM event WHERE study_day = ? AND time_ms = ?");
  last.with(when.day, when.time).next();
  return last.null(0) ? fresh : std::max(fresh, successor(last.uuid(0)));
}

/// The last in order of the rows of `sql`: study day, time and id.
std::optional<Key> latest(Database& database, std::string_view sql) {
  Cursor row = database.query(sql);
  if (!row.next()) {
    return std::nullopt;
  }
  return Key{row.day(0), memory::Instant{std::chrono::milliseconds{row.integer(1)}}, row.uuid(2)};
}

std::optional<Key> latest_alias(Database& database) {
  return latest(database,
                "SELECT study_day, time_ms, id FROM alias CROSS JOIN event ON n = event "
                "ORDER BY 1 DESC, 2 DESC, 3 DESC LIMIT 1");
}

/// The latest event that `body` has to come after, an alias apart; empty if any place will do.
std::optional<Key> acted_upon(Database& database, const Body& body) {
  if (std::holds_alternative<ParametersChanged>(body)) {
    return latest(database,
                  "SELECT study_day, time_ms, id FROM parameters CROSS JOIN event ON n = event "
                  "ORDER BY 1 DESC, 2 DESC, 3 DESC LIMIT 1");
  }
  if (std::holds_alternative<Answer>(body) || std::holds_alternative<Retraction>(body)) {
    return std::nullopt;
  }
  std::optional<Key> last;
  for (const ItemId& id : touched_by(database, body).value_or(std::vector<ItemId>{})) {
    if (const auto state = load_state(database, id)) {
      last = std::max(last.value_or(state->last), state->last);
    }
  }
  return last;
}

When no_earlier_than(When when, const std::optional<Key>& key) {
  if (key && std::pair(key->day, key->time) > std::pair(when.day, when.time)) {
    when.day = key->day;
    when.time = key->time;
  }
  return when;
}

void require_answer(Database& database, const Uuid& id) {
  Cursor found = database.query("SELECT 1 FROM event WHERE id = ? AND kind = 'answer'");
  if (!found.bind(id).next()) {
    throw AnswerGone(fmt::format("the history has no answer {}", to_string(id)));
  }
}

}  // namespace

History::History(const std::filesystem::path& file, const OpenOptions& options)
    : database_(
          std::make_unique<Database>(file, DatabaseOptions{options.read_only, options.patience,
                                                           options.entropy, options.on_network})) {
  if (options.read_only) {
    return;
  }
  const auto made_by = [this] {
    Cursor row = database_->query("SELECT value FROM about WHERE key = 'derived'");
    return row.next() ? row.integer(0) : 0;
  };
  if (made_by() < kReplayVersion) {
    Transaction transaction(*database_);
    if (made_by() < kReplayVersion) {
      recompute_all(*database_);
      database_->query("INSERT OR REPLACE INTO about (key, value) VALUES ('derived', ?)")
          .bind(kReplayVersion)
          .run();
    }
    transaction.commit();
  }
}

History::History(History&&) noexcept = default;
History& History::operator=(History&&) noexcept = default;
History::~History() = default;

Uuid History::device() const {
  return database_->device();
}

std::string History::note() const {
  return database_->note();
}

Stamp History::add(const When& when, const Body& body, const std::optional<Key>& after) {
  Event event;
  event.stamp.when = no_earlier_than(when, std::max(acted_upon(*database_, body), after));
  event.stamp.id = new_id(*database_, event.stamp.when, database_->entropy());
  event.stamp.device = database_->device();
  event.stamp.sequence = next_sequence(*database_);
  event.stamp.schema = kSchemaVersion;
  event.body = body;
  insert_event(*database_, event);
  follow(*database_, event);
  return event.stamp;
}

std::vector<Stamp> History::append(const When& when, std::span<const Body> bodies,
                                   std::span<const Content> contents) {
  std::vector<Stamp> stamps;
  Transaction transaction(*database_);
  for (const Content& content : contents) {
    insert_content(*database_, content);
  }
  std::optional<Key> alias;  // the latest: to look for it at each costs as much as all of them
  for (const Body& body : bodies) {
    const bool renames = std::holds_alternative<Alias>(body);
    if (renames && !alias) {
      alias = latest_alias(*database_);
    }
    stamps.push_back(add(when, body, renames ? alias : std::nullopt));
    if (renames) {
      alias = key_of(stamps.back());
    }
  }
  transaction.commit();
  return stamps;
}

Stamp History::append(const When& when, const Body& body) {
  return append(when, std::span(&body, 1)).front();
}

Stamp History::amend(const When& when, const Uuid& answer, Answer corrected,
                     std::span<const Wording> more) {
  Transaction transaction(*database_);
  require_answer(*database_, answer);
  if (is_retracted(*database_, answer)) {
    throw AnswerGone(fmt::format("the answer {} was taken back", to_string(answer)));
  }
  const auto number = find_event(*database_, answer);
  const Stamp original = read_event(*database_, *number).stamp;
  const bool redacted = is_redacted(*database_, answer);
  if (redacted) {
    corrected.text.clear();
    more = {};
  }
  add(when, Retraction{answer});
  const Stamp stamp = add(original.when, std::move(corrected));
  if (redacted) {
    add(when, Redaction{stamp.id});
  }
  for (Wording wording : more) {
    const auto name = present_name({wording.item.deck, wording.item.item, wording.point}, original);
    wording.item = {name.deck, name.item};
    wording.point = name.point;
    wording.answer = stamp.id;
    add(when, wording);
  }
  transaction.commit();
  return stamp;
}

std::optional<LoggedAnswer> History::undo(const When& when, std::optional<Uuid> session) {
  Transaction transaction(*database_);
  auto undone = latest_answer(session);
  if (undone) {
    add(when, Retraction{undone->stamp.id});
    transaction.commit();
  }
  return undone;
}

void History::redact(const When& when, const Uuid& answer) {
  {
    Transaction transaction(*database_);
    require_answer(*database_, answer);
    auto answers = replaced_by(*database_, answer);
    answers.push_back(answer);
    for (const Uuid& each : answers) {
      add(when, Redaction{each});
      blank_text(*database_, each);
    }
    transaction.commit();
  }
  Cursor truncation = database_->query("PRAGMA wal_checkpoint(TRUNCATE)");  // waits for others
  if (truncation.next() && truncation.flag(0)) {
    throw StorageError(fmt::format(
        "the text of the answer is blanked, but another process is reading the history {}, and its "
        "file keeps what was there: end that process and redact the answer again",
        database_->file()));
  }
}

void History::settle() {
  database_->settle();
}

std::size_t History::merge(std::span<const Event> events, std::span<const Content> contents) {
  Transaction transaction(*database_);
  for (const Content& content : contents) {
    insert_content(*database_, content);
  }
  std::vector<const Event*> added;
  for (const Event& event : events) {
    if (!find_event(*database_, event.stamp.id)) {
      insert_event(*database_, event);
      added.push_back(&event);
    }
  }
  blank_redacted(*database_);
  follow_all(*database_, added);
  transaction.commit();
  return added.size();
}

void History::at_once(const std::function<void()>& work) {
  Transaction transaction(*database_);
  work();
  transaction.commit();
}

void History::as_of_one_moment(const std::function<void()>& look) const {
  const Transaction transaction(*database_, Transaction::Kind::read);
  look();
}

std::size_t History::rebuild() {
  Transaction transaction(*database_);
  const std::size_t items = recompute_all(*database_);
  transaction.commit();
  return items;
}

}  // namespace pith::history
