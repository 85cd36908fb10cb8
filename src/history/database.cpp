#include "history/database.h"

#include <array>
#include <stdexcept>

#include <sqlite3.h>

#include "base/error.h"
#include "history/storage_failure.h"

namespace pith::history {

namespace {

struct ShortForm {
  std::string_view name;
  std::string_view meaning;
};

constexpr std::array kShortForms = std::to_array<ShortForm>({
    {"{counts}", "NOT EXISTS (SELECT 1 FROM retraction WHERE target = e.id)"},
    {"{state}",
     "s.due, s.due_reason, s.suspended, s.buried_until, s.rescheduled, s.introduced, s.answers, "
     "s.last_day, s.last_time_ms, s.last_id, s.waits_until"},
    {"{point}",
     "p.point, p.weight, p.suspended, p.stability, p.difficulty, p.last_review, p.reviews, "
     "p.lapses, p.first_recall"},
});

/// The statement with what its short forms stand for; see Database::query().
std::string spelled_out(std::string sql) {
  for (const auto& [name, meaning] : kShortForms) {
    for (auto at = sql.find(name); at != std::string::npos; at = sql.find(name, at)) {
      sql.replace(at, name.size(), meaning);
    }
  }
  return sql;
}

}  // namespace

Database::~Database() {
  if (database_) {
    statements_.clear();
    settle();
  }
}

void Database::become_new_device() {
  entropy_(device_.bytes);
  query("INSERT OR REPLACE INTO about (key, value) VALUES ('device', ?)").bind(device_).run();
}

Cursor Database::query(std::string_view sql) {
  auto& statement = statements_[sql];
  if (!statement) {
    statement = guarded(file_, [&] {
      return std::make_unique<SQLite::Statement>(*database_, spelled_out(std::string(sql)));
    });
  }
  if (statement->hasRow()) {
    throw std::logic_error("a statement is run again while its rows are read");
  }
  statement->clearBindings();
  return {*statement, file_};
}

void Database::execute(const char* sql) {
  guarded(file_, [&] { database_->exec(sql); });
}

bool Database::in_place() {
  int moved = 0;
  return sqlite3_file_control(database_->getHandle(), "main", SQLITE_FCNTL_HAS_MOVED, &moved) !=
             SQLITE_OK ||
         moved == 0;
}

void Database::settle() noexcept {
  auto* const handle = database_->getHandle();
  if (sqlite3_db_readonly(handle, "main") == 0) {
    sqlite3_busy_timeout(handle, 0);
    sqlite3_wal_checkpoint_v2(handle, "main", SQLITE_CHECKPOINT_TRUNCATE, nullptr, nullptr);
    sqlite3_busy_timeout(handle, static_cast<int>(patience_.count()));
  }
}

Transaction::Transaction(Database& database, Kind kind)
    : database_(&database), open_(sqlite3_get_autocommit(database.raw().getHandle()) != 0) {
  if (open_) {
    database_->execute(kind == Kind::write ? "BEGIN IMMEDIATE" : "BEGIN");
  }
}

Transaction::~Transaction() {
  if (open_) {
    database_->raw().tryExec("ROLLBACK");
  }
}

void Transaction::commit() {
  if (!open_) {
    return;
  }
  const bool in_place = database_->in_place();
  database_->execute(in_place ? "COMMIT" : "ROLLBACK");
  open_ = false;
  if (!in_place) {
    database_->settle();
    throw StorageError(moved_away(database_->file()));
  }
}

}  // namespace pith::history
