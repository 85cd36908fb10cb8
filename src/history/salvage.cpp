#include "history/salvage.h"

#include <memory>
#include <optional>
#include <string>
#include <system_error>
#include <vector>

#include <fmt/format.h>

#include "base/error.h"
#include "base/system_error.h"
#include "history/companions.h"
#include "history/database.h"
#include "history/file_lock.h"
#include "history/log_rows.h"
#include "history/salvaged_events.h"
#include "history/sole_use.h"
#include "history/storage_failure.h"

namespace pith::history {

namespace {

namespace fs = std::filesystem;

/// Where the number of events cannot be read, the search ends after so many that are missing.
constexpr std::int64_t kMostMissing = 10'000;

/// Of the last event: the end of the log tells it, or an index that is whole.
std::optional<std::int64_t> last_number(Database& database) {
  for (const auto* sql :
       {"SELECT max(n) FROM event", "SELECT max(n + 0) FROM event INDEXED BY event_of_device",
        "SELECT max(n + 0) FROM event INDEXED BY event_in_order"}) {
    const auto last = if_readable([&] {
      Cursor row = database.query(sql);
      row.next();
      return row.integer(0);
    });
    if (last) {
      return last;
    }
  }
  return std::nullopt;
}

/// A history that is put aside with its journal. The file itself keeps its old name as well, where
/// the file system can: whoever is killed before another takes its place leaves it there. Its
/// journal may not lie beside another file.
class Removal {
 public:
  Removal(const fs::path& file, const fs::path& aside, std::error_code& error)
      : file_(file), aside_(aside) {
    fs::create_hard_link(file, aside, error);
    linked_ = !error;
    if (error && error != std::errc::file_exists) {
      move("", error);
    }
    for (const auto suffix : kCompanions) {
      if (!error) {
        move(suffix, error);
      }
    }
  }
  /// Puts all back in its place; false if that fails.
  bool undo() {
    std::error_code error;
    for (; !error && !moved_.empty(); moved_.pop_back()) {
      fs::rename(beside(aside_, moved_.back()), beside(file_, moved_.back()), error);
    }
    if (linked_ && !error) {
      fs::remove(aside_, error);
    }
    return !error;
  }

 private:
  void move(std::string_view suffix, std::error_code& error) {
    const auto from = beside(file_, suffix);
    error.clear();
    std::error_code absent;
    if (fs::exists(fs::symlink_status(from, absent))) {
      fs::rename(from, beside(aside_, suffix), error);
      if (!error) {
        moved_.push_back(suffix);
      }
    }
  }

  fs::path file_;
  fs::path aside_;
  std::vector<std::string_view> moved_;
  bool linked_ = false;
};

HistoryStamp look_at(const fs::path& file) {
  return {base::stamp_of(file.string()), base::stamp_of(file.string() + "-wal")};
}

}  // namespace

Salvage salvage(const fs::path& damaged, History& into) {
  DatabaseOptions options;
  options.read_only = true;
  options.damaged = true;
  auto from = if_readable([&] { return std::make_unique<Database>(damaged, options); });
  if (!from || (*from)->empty_stand_in()) {
    return {};
  }
  Salvage result{.readable = true};
  std::size_t read = 0;
  Database& database = **from;
  auto last = last_number(database);
  if (last && static_cast<std::uintmax_t>(*last) > fs::file_size(damaged)) {
    last.reset();  // damaged itself: an event takes more than a byte
  }
  SalvagedEvents events(database, into);
  std::int64_t missing = 0;
  for (std::int64_t n = 1; last ? n <= *last : missing < kMostMissing; ++n) {
    auto event = if_readable([&] { return read_event(database, n); });
    if (event && is_plausible(*event)) {
      result.lost += static_cast<std::size_t>(missing);
      missing = 0;
      ++read;
      events.add(*std::move(event));
    } else {
      ++missing;
    }
  }
  events.flush();
  result.kept = events.kept;
  result.lost += last ? static_cast<std::size_t>(missing) : 0;
  result.known = read + result.lost;
  result.end_known = last.has_value();
  return result;
}

std::size_t take_over(const fs::path& from, History& into) {
  DatabaseOptions options;
  options.read_only = true;
  Database database(from, options);
  std::vector<std::int64_t> numbers;
  {
    Cursor row = database.query("SELECT n, id FROM event");
    while (row.next()) {
      if (!into.has_event(row.uuid(1))) {
        numbers.push_back(row.integer(0));
      }
    }
  }
  SalvagedEvents events(database, into);
  for (const std::int64_t number : numbers) {
    events.add(read_event(database, number));
  }
  events.flush();
  return events.kept;
}

HistoryStamp stamp_of_unused(const fs::path& file) {
  const SoleUse alone(file);
  return look_at(file);
}

void replace_history(const fs::path& file, const fs::path& sound, const fs::path& aside,
                     const std::optional<HistoryStamp>& seen) {
  const FileLock lock(file.string() + ".lock", std::chrono::seconds{10});
  const SoleUse alone(file);
  if (seen && *seen != look_at(file)) {
    throw StorageError(in_use(file.string()));
  }
  std::error_code error;
  Removal removal(file, aside, error);
  if (!error) {
    fs::rename(sound, file, error);
  }
  if (!error) {
    sync_folder(file.parent_path());
    return;
  }
  const auto why = base::system_reason(error);
  if (removal.undo()) {
    throw StorageError(
        fmt::format("cannot put {} in the place of {}: {}", sound.string(), file.string(), why));
  }
  throw StorageError(fmt::format("cannot put {} in the place of {}, which is now {}: {}",
                                 sound.string(), file.string(), aside.string(), why));
}

}  // namespace pith::history
