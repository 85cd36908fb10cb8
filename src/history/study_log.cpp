#include "history/study_log.h"

#include <algorithm>
#include <limits>
#include <optional>
#include <utility>

#include "base/parallel.h"
#include "history/database.h"
#include "history/rows.h"
#include "history/study_assembly.h"
#include "history/study_cache.h"
#include "history/study_rows.h"

namespace pith::history {

namespace {

/// Less than one part in so many is read anew each time.
constexpr std::int64_t kGrowthWorthKeeping = 8;

Database opened(const std::filesystem::path& file) {
  DatabaseOptions options;
  options.read_only = true;
  return {file, options};
}

/// The last of some events.
struct End {
  std::int64_t number = 0;
  Uuid id;
  friend bool operator==(const End&, const End&) = default;
};

/// Of the events up to the one numbered `number`.
End end_at(Database& database, std::int64_t number) {
  Rows row(database, "SELECT n, id FROM event WHERE n <= ?1 ORDER BY n DESC LIMIT 1", {number});
  return row.next() ? End{row.integer(0), row.uuid(1)} : End{};
}

/// Reads a stretch on a connection of its own. That sees another moment of the file, but of a log
/// that only grows the same stretch: nothing, if the file does not reach `end` any more.
std::optional<StudyRows> read_beside(const std::filesystem::path& file, const Stretch& stretch,
                                     const End& end) {
  auto database = opened(file);
  database.execute("BEGIN");
  return end_at(database, end.number) == end ? std::optional(read_study_rows(database, stretch))
                                             : std::nullopt;
}

void read_in_halves(const std::filesystem::path& file, Database& database, std::int64_t after,
                    const End& end, std::vector<StudyRows>& parts) {
  const Stretch first{after, after + (end.number - after) / 2};
  const Stretch second{first.last, end.number};
  auto beside = base::beside(read_beside, file, first, end);
  auto later = read_study_rows(database, second);
  auto earlier = beside.get();
  parts.push_back(earlier ? std::move(*earlier) : read_study_rows(database, first));
  parts.push_back(std::move(later));
}

/// All of the log, in stretches one after the other.
std::vector<StudyRows> read_parts(const std::filesystem::path& file, Database& database,
                                  const StudyLogOptions& options) {
  const auto end = end_at(database, std::numeric_limits<std::int64_t>::max());
  const StudyCache cache(options.cache, database);
  KeptRows kept = end.number >= options.worth_keeping ? cache.load(end.number) : KeptRows{};
  const auto fresh = end.number - kept.last;
  if (fresh >= options.worth_two_readers) {
    read_in_halves(file, database, kept.last, end, kept.parts);
  } else if (fresh > 0) {
    kept.parts.push_back(read_study_rows(database, {kept.last, end.number}));
  }
  if (fresh >= std::max(options.worth_keeping, kept.last / kGrowthWorthKeeping)) {
    kept.last = end.number;
    cache.save(kept);
  }
  return std::move(kept.parts);
}

}  // namespace

StudyLog read_study_log(const std::filesystem::path& file, const StudyLogOptions& options) {
  auto database = opened(file);
  database.execute("BEGIN");  // others may write while this reads
  auto parts = read_parts(file, database, options);
  return assembled(database, std::move(parts));
}

}  // namespace pith::history
