#include "history/salvage.h"

#include <memory>
#include <optional>
#include <set>
#include <string>
#include <system_error>
#include <vector>

#include <fmt/format.h>

#include "base/error.h"
#include "base/system_error.h"
#include "history/content_rows.h"
#include "history/database.h"
#include "history/file_lock.h"
#include "history/log_rows.h"
#include "text/utf8.h"

namespace pith::history {

namespace {

namespace fs = std::filesystem;

/// Where the number of events cannot be read, the search ends after so many that are missing.
constexpr std::int64_t kMostMissing = 10'000;
constexpr std::size_t kBatch = 1'000;

/// What `read` gives; empty where the file is damaged.
template <typename Read>
auto if_readable(Read read) -> std::optional<decltype(read())> {
  try {
    return read();
  } catch (const StorageError&) {
    return std::nullopt;
  }
}

std::optional<std::int64_t> last_number(Database& database) {
  return if_readable([&] {
    Cursor row = database.query("SELECT max(n) FROM event");
    row.next();
    return row.integer(0);
  });
}

/// Whether an event that was read from a damaged file can be one.
bool is_plausible(const Event& event) {
  if (event.stamp.id == Uuid{}) {
    return false;
  }
  const auto* answer = std::get_if<Answer>(&event.body);
  if (answer == nullptr) {
    return true;
  }
  for (const AnsweredPoint& point : answer->points) {
    if (!(point.weight > 0) || !(point.credit >= 0 && point.credit <= 1)) {
      return false;
    }
  }
  return !text::find_invalid_utf8(answer->text);
}

/// Collects events, and their contents, until there are enough to be merged.
class Batch {
 public:
  Batch(Database& from, History& into) : from_(from), into_(into) {}

  void add(Event event) {
    if (const auto* answer = std::get_if<Answer>(&event.body)) {
      if (seen_.insert(answer->content_hash).second) {
        auto content = if_readable([&] { return read_content(from_, answer->content_hash); });
        if (content && *content) {
          contents_.push_back(**std::move(content));
        }
      }
    }
    events_.push_back(std::move(event));
    if (events_.size() == kBatch) {
      flush();
    }
  }
  void flush() {
    kept += into_.merge(events_, contents_);
    events_.clear();
    contents_.clear();
  }

  std::size_t kept = 0;

 private:
  Database& from_;
  History& into_;
  std::set<std::string> seen_;
  std::vector<Event> events_;
  std::vector<Content> contents_;
};

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
    for (const char* suffix : {"-journal", "-wal", "-shm"}) {
      if (!error) {
        move(suffix, error);
      }
    }
  }
  /// Puts all back in its place; false if that fails.
  bool undo() {
    std::error_code error;
    for (; !error && !moved_.empty(); moved_.pop_back()) {
      fs::rename(aside_.string() + moved_.back(), file_.string() + moved_.back(), error);
    }
    if (linked_ && !error) {
      fs::remove(aside_, error);
    }
    return !error;
  }

 private:
  void move(const char* suffix, std::error_code& error) {
    const fs::path from = file_.string() + suffix;
    error.clear();
    std::error_code absent;
    if (fs::exists(fs::symlink_status(from, absent))) {
      fs::rename(from, aside_.string() + suffix, error);
      if (!error) {
        moved_.push_back(suffix);
      }
    }
  }

  fs::path file_;
  fs::path aside_;
  std::vector<const char*> moved_;
  bool linked_ = false;
};

}  // namespace

Salvage salvage(const fs::path& damaged, History& into) {
  DatabaseOptions options;
  options.read_only = true;
  options.damaged = true;
  auto from = if_readable([&] { return std::make_unique<Database>(damaged, options); });
  if (!from || (*from)->empty_stand_in()) {
    return {};
  }
  Salvage result{0, 0, true};
  Database& database = **from;
  auto last = last_number(database);
  if (last && static_cast<std::uintmax_t>(*last) > fs::file_size(damaged)) {
    last.reset();  // damaged itself: an event takes more than a byte
  }
  Batch batch(database, into);
  std::int64_t missing = 0;
  for (std::int64_t n = 1; last ? n <= *last : missing < kMostMissing; ++n) {
    auto event = if_readable([&] { return read_event(database, n); });
    if (event && is_plausible(*event)) {
      result.lost += static_cast<std::size_t>(missing);
      missing = 0;
      batch.add(*std::move(event));
    } else {
      ++missing;
    }
  }
  batch.flush();
  result.kept = batch.kept;
  result.lost += last ? static_cast<std::size_t>(missing) : 0;
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
  Batch batch(database, into);
  for (const std::int64_t number : numbers) {
    batch.add(read_event(database, number));
  }
  batch.flush();
  return batch.kept;
}

void replace_history(const fs::path& file, const fs::path& sound, const fs::path& aside) {
  const FileLock lock(file.string() + ".lock", std::chrono::seconds{10});
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
