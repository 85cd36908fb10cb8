// Database: how the file is created, opened and brought up to date.
#include <memory>
#include <system_error>
#include <thread>

#include <fmt/format.h>
#include <sqlite3.h>
#include <sys/stat.h>

#include "base/error.h"
#include "base/regular_file.h"
#include "history/database.h"
#include "history/embedded.h"
#include "history/file_at_rest.h"
#include "history/file_lock.h"
#include "history/literal_name.h"
#include "history/network_file_system.h"
#include "history/storage_failure.h"

namespace pith::history {

namespace {

/// SQLite would wait for whoever writes into a pipe, has no words for a folder, and would change
/// another program's database before anybody looked at it.
void refuse_what_is_no_history(const std::string& file) {
  struct stat about {};
  if (::stat(file.c_str(), &about) == 0) {
    base::require_regular_file(file, about);
    if (is_foreign(file)) {
      throw StorageError(of_another_program(file));
    }
  }
}

bool on_network(const DatabaseOptions& options, const std::filesystem::path& path) {
  return options.on_network ? options.on_network(path) : on_network_file_system(path);
}

bool is_busy(const SQLite::Exception& problem) {
  return problem.getErrorCode() == SQLITE_BUSY || problem.getErrorCode() == SQLITE_LOCKED;
}

/// What keeps SQLite from reading: it has no room beside the file, or may make no file there.
bool is_without_room(const SQLite::Exception& problem) {
  const int code = problem.getErrorCode();
  return code == SQLITE_CANTOPEN || code == SQLITE_READONLY || is_full(problem);
}

}  // namespace

Database::Database(const std::filesystem::path& path, const DatabaseOptions& options)
    : file_(path.string()), patience_(options.patience), entropy_(options.entropy) {
  refuse_what_is_no_history(file_);
  guarded(file_, [&] {
    if (options.read_only) {
      open_to_read(options);
    } else {
      open_to_write(options);
    }
    const int version = schema_version();
    if (version > kSchemaVersion) {
      throw StorageError(
          fmt::format("the history {} was written by a newer pith (schema {}, this one knows {}): "
                      "update pith, or name another file with --db",
                      file_, version, kSchemaVersion));
    }
    if (version < kSchemaVersion) {
      migrate();
    }
    configure(options);
    read_device(options.damaged);
  });
}

void Database::read_device(bool damaged) {
  try {
    Cursor device = query("SELECT value FROM about WHERE key = 'device'");
    device_ = device.next() ? device.uuid(0) : Uuid{};
  } catch (const StorageError&) {
    if (!damaged) {
      throw;
    }
  }
}

void Database::open_to_read(const DatabaseOptions& options) {
  if (!std::filesystem::exists(file_)) {
    open_empty();
    return;
  }
  const int reading = SQLite::OPEN_READONLY | SQLite::OPEN_NOMUTEX;
  database_ = std::make_unique<SQLite::Database>(literal_name(file_), reading,
                                                 static_cast<int>(options.patience.count()));
  look_first(options.patience);
  const int version = schema_version();
  if (version == 0) {
    open_empty();
  } else if (version < kSchemaVersion) {
    copy_into_memory();
  }
}

/// Who only reads cannot undo what a killed process left half written, nor open a file for which
/// SQLite has no room beside it. One that is whole by itself and lies there needs nothing beside
/// it: nobody is writing into it.
void Database::look_first(std::chrono::milliseconds patience) {
  try {
    (void)schema_version();
  } catch (const SQLite::Exception& problem) {
    if (is_half_written(problem)) {
      undo_half_written(patience);
    } else if (is_without_room(problem) && is_whole_by_itself(file_)) {
      database_ = std::make_unique<SQLite::Database>(
          unchanging(file_), SQLite::OPEN_READONLY | SQLite::OPEN_NOMUTEX | SQLite::OPEN_URI);
    } else {
      throw;
    }
  }
}

/// SQLite does that at the first look of one that may write.
void Database::undo_half_written(std::chrono::milliseconds patience) {
  SQLite::Database writer(literal_name(file_), SQLite::OPEN_READWRITE,
                          static_cast<int>(patience.count()));
  (void)writer.execAndGet("PRAGMA user_version");
}

void Database::open_empty() {
  empty_stand_in_ = true;
  database_ = std::make_unique<SQLite::Database>(
      ":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE, 0);
}

/// An older file that must stay as it is: what is brought up to date is a copy.
void Database::copy_into_memory() {
  auto copy = std::make_unique<SQLite::Database>(
      ":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE, 0);
  if (SQLite::Backup(*copy, *database_).executeStep() != SQLITE_DONE) {
    throw StorageError(in_use(file_));
  }
  database_ = std::move(copy);
}

void Database::open_to_write(const DatabaseOptions& options) {
  const std::filesystem::path path = file_;
  if (std::filesystem::exists(path)) {
    database_ = std::make_unique<SQLite::Database>(literal_name(file_), SQLite::OPEN_READWRITE,
                                                   static_cast<int>(options.patience.count()));
    if (ready(options)) {
      require_writable();
      return;
    }
    database_.reset();
  }
  make_private_folder(std::filesystem::absolute(path).parent_path());
  const FileLock lock(file_ + ".lock", options.patience);
  create(options);
}

/// Whether the file needs no creation any more: of our schema, and switched to its journal mode.
bool Database::ready(const DatabaseOptions& options) {
  try {
    return schema_version() >= kSchemaVersion &&
           (on_network(options, file_) ||
            database_->execAndGet("PRAGMA journal_mode").getString() == "wal");
  } catch (const SQLite::Exception& problem) {
    if (is_busy(problem)) {
      return false;
    }
    throw;
  }
}

/// SQLite opens what it may not write for reading, and would tell only of the first event.
void Database::require_writable() {
  if (sqlite3_db_readonly(database_->getHandle(), "main") != 0) {
    throw StorageError(not_to_be_written(file_));
  }
}

/// Under the lock: of many processes that start at once one creates, the others find it done.
void Database::create(const DatabaseOptions& options) {
  const std::filesystem::path path = file_;
  const bool made = make_private_file(path);
  database_ = std::make_unique<SQLite::Database>(literal_name(file_), SQLite::OPEN_READWRITE,
                                                 static_cast<int>(options.patience.count()));
  if (!on_network(options, path)) {
    switch_to_wal(options.patience);
  }
  execute("PRAGMA synchronous = FULL");
  migrate();
  if (made) {
    sync_folder(path.parent_path());
  }
}

/// SQLite itself does not wait for who reads the file meanwhile, or has yet to undo what a killed
/// process left half done.
void Database::switch_to_wal(std::chrono::milliseconds patience) {
  const auto deadline = std::chrono::steady_clock::now() + patience;
  for (;;) {
    try {
      database_->exec("PRAGMA journal_mode = WAL");
      return;
    } catch (const SQLite::Exception& problem) {
      if (!is_busy(problem) || std::chrono::steady_clock::now() > deadline) {
        throw;
      }
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
  }
}

void Database::migrate() {
  execute("BEGIN IMMEDIATE");
  try {
    migrate_from(schema_version());
    execute("COMMIT");
  } catch (...) {
    database_->tryExec("ROLLBACK");
    throw;
  }
}

void Database::migrate_from(int version) {
  if (version == 0) {
    if (database_->execAndGet("SELECT count(*) FROM sqlite_schema").getInt() != 0) {
      throw StorageError(of_another_program(file_));
    }
    database_->exec(std::string(embedded("schema.sql")));
    database_->exec(fmt::format("PRAGMA application_id = {}", kApplicationId));
    become_new_device();
    version = 1;
  }
  for (; version < kSchemaVersion; ++version) {
    database_->exec(std::string(embedded(fmt::format("schema-{}.sql", version + 1))));
  }
  database_->exec(fmt::format("PRAGMA user_version = {}", version));
}

void Database::configure(const DatabaseOptions& options) {
  database_->setBusyTimeout(static_cast<int>(patience_.count()));
  execute("PRAGMA foreign_keys = ON");
  execute("PRAGMA secure_delete = ON");
  if (options.read_only) {
    return;
  }
  execute("PRAGMA synchronous = FULL");
  settle();
  if (on_network(options, file_)) {
    note_ = fmt::format(
        "{} is on a network file system, where two machines must not write at once: "
        "use `pith sync` with a folder there, and keep the history on a local disk",
        file_);
  }
}

int Database::schema_version() {
  return database_->execAndGet("PRAGMA user_version").getInt();
}

}  // namespace pith::history
