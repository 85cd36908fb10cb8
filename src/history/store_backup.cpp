// History: the file as a whole.
#include <memory>
#include <system_error>

#include <SQLiteCpp/Backup.h>
#include <fmt/format.h>
#include <sqlite3.h>

#include "base/error.h"
#include "history/database.h"
#include "history/file_lock.h"
#include "history/literal_name.h"
#include "history/store.h"
#include "history/unfinished_file.h"
#include "history/writers.h"

namespace pith::history {

namespace {

constexpr int kWholeFile = -1;

void copy(SQLite::Database& to, SQLite::Database& from, const std::string& what) {
  try {
    SQLite::Backup backup(to, from);
    const int result = backup.executeStep(kWholeFile);
    if (result != SQLITE_DONE) {
      throw StorageError(fmt::format("cannot {}: another process holds the file; try again", what));
    }
  } catch (const SQLite::Exception& problem) {
    throw StorageError(fmt::format("cannot {}: {}", what, problem.what()));
  }
}

std::vector<std::string> complaints(Database& database) {
  std::vector<std::string> found;
  Cursor row = database.query("PRAGMA integrity_check");
  while (row.next()) {
    if (row.text(0) != "ok") {
      found.push_back(row.text(0));
    }
  }
  Cursor orphan = database.query("PRAGMA foreign_key_check");
  while (orphan.next()) {
    found.push_back("a row of " + orphan.text(0) + " has lost what it belongs to");
  }
  return found;
}

/// A copy, which the system drops when it is closed, that goes on under the id `device`, and knows
/// what was written under the former one (history/writers.h).
std::unique_ptr<SQLite::Database> successor_of(Database& source, const Uuid& device,
                                               const std::string& what) {
  constexpr auto kOfItsOwn = "";
  auto successor =
      std::make_unique<SQLite::Database>(kOfItsOwn, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
  copy(*successor, source.raw(), what);
  try {
    successor->exec(std::string(kKeepWriter));
    SQLite::Statement write(*successor,
                            "INSERT OR REPLACE INTO about (key, value) VALUES ('device', ?)");
    write.bind(1, device.bytes.data(), static_cast<int>(device.bytes.size()));
    write.exec();
  } catch (const SQLite::Exception& problem) {
    throw StorageError(fmt::format("cannot {}: {}", what, problem.what()));
  }
  return successor;
}

}  // namespace

void History::back_up(const std::filesystem::path& to) const {
  std::error_code error;
  if (std::filesystem::exists(std::filesystem::symlink_status(to, error))) {
    refuse_taken(to);
  }
  // Under another name until it is whole: what looks like a backup is one.
  remove_unfinished(to);
  const UnfinishedFile part(to);
  try {
    SQLite::Database target(literal_name(part.name()), SQLite::OPEN_READWRITE);
    copy(target, database_->raw(), "write the backup " + to.string());
    target.exec("PRAGMA journal_mode = DELETE");
  } catch (const SQLite::Exception& problem) {
    throw StorageError(fmt::format("cannot write the backup {}: {}", to.string(), problem.what()));
  }
  part.become(to);
  sync_folder(to.parent_path());
}

void History::restore(const std::filesystem::path& from, const std::function<void()>& before) {
  if (!std::filesystem::exists(from)) {
    throw StorageError(fmt::format("there is no file {}", from.string()));
  }
  DatabaseOptions reading;
  reading.read_only = true;
  Database source(from, reading);
  if (source.empty_stand_in()) {
    throw StorageError(fmt::format("{} is not a history", from.string()));
  }
  const auto found = complaints(source);
  if (!found.empty()) {
    throw StorageError(
        fmt::format("{} is damaged ({}); nothing was restored", from.string(), found.front()));
  }
  if (before) {
    before();
  }
  const auto what = "restore " + from.string();
  Uuid device;
  database_->entropy()(device.bytes);
  const auto successor = successor_of(source, device, what);
  copy(database_->raw(), *successor, what);
  database_->go_on_as(device);
}

std::vector<std::string> History::check() const {
  return complaints(*database_);
}

}  // namespace pith::history
