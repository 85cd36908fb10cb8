// History: the file as a whole.
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <system_error>

#include <SQLiteCpp/Backup.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <sqlite3.h>
#include <unistd.h>

#include "history/database.h"
#include "history/file_lock.h"
#include "history/store.h"
#include "text/error.h"

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

[[noreturn]] void fail_to_write(const std::filesystem::path& to) {
  throw StorageError(fmt::format("cannot write the backup {}: {}", to.string(),
                                 std::generic_category().message(errno)));
}

[[noreturn]] void refuse_taken(const std::filesystem::path& to) {
  throw StorageError(fmt::format("{} is there already; name a new file", to.string()));
}

/// A new file beside the one it is to become, under a name that nobody has; gone again, with what
/// SQLite puts beside it, unless it took the other's name.
class Unfinished {
 public:
  explicit Unfinished(const std::filesystem::path& to) : name_(to.string() + ".XXXXXX.part") {
    constexpr int kSuffix = 5;
    const int file = ::mkostemps(name_.data(), kSuffix, O_CLOEXEC);
    if (file < 0) {
      fail_to_write(to);
    }
    ::close(file);
  }
  Unfinished(const Unfinished&) = delete;
  Unfinished& operator=(const Unfinished&) = delete;
  ~Unfinished() {
    for (const char* suffix : {"", "-journal", "-wal", "-shm"}) {
      ::unlink((name_ + suffix).c_str());
    }
  }

  [[nodiscard]] const std::string& name() const { return name_; }

  /// Throws StorageError, and leaves what stands there, if the name is taken.
  void become(const std::filesystem::path& to) const {
    if (::renameat2(AT_FDCWD, name_.c_str(), AT_FDCWD, to.c_str(), RENAME_NOREPLACE) == 0) {
      return;
    }
    // Not every file system can rename so; those that cannot have links as a rule.
    if (errno != EEXIST && ::link(name_.c_str(), to.c_str()) == 0) {
      return;
    }
    if (errno == EEXIST) {
      refuse_taken(to);
    }
    fail_to_write(to);
  }

 private:
  std::string name_;
};

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

}  // namespace

void History::back_up(const std::filesystem::path& to) const {
  std::error_code error;
  if (std::filesystem::exists(std::filesystem::symlink_status(to, error))) {
    refuse_taken(to);
  }
  // Under another name until it is whole: what looks like a backup is one.
  const Unfinished part(to);
  try {
    SQLite::Database target(part.name(), SQLite::OPEN_READWRITE);
    copy(target, database_->raw(), "write the backup " + to.string());
    target.exec("PRAGMA journal_mode = DELETE");
  } catch (const SQLite::Exception& problem) {
    throw StorageError(fmt::format("cannot write the backup {}: {}", to.string(), problem.what()));
  }
  part.become(to);
  sync_folder(to.parent_path());
}

void History::restore(const std::filesystem::path& from) {
  if (!std::filesystem::exists(from)) {
    throw StorageError(fmt::format("there is no file {}", from.string()));
  }
  {
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
    copy(database_->raw(), source.raw(), "restore " + from.string());
  }
  database_->become_new_device();
}

std::vector<std::string> History::check() const {
  return complaints(*database_);
}

}  // namespace pith::history
