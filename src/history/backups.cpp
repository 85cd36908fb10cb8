#include "history/backups.h"

#include <algorithm>
#include <chrono>
#include <set>
#include <string>

#include "history/backup_names.h"
#include "history/file_lock.h"

namespace pith::history {

namespace {

constexpr std::string_view kSuffix = ".db";
constexpr std::chrono::seconds kPatience{10};

std::optional<memory::StudyDay> day_of(const std::filesystem::path& file) {
  const std::string name = file.filename().string();
  if (name.size() <= kBackup.size() + kSuffix.size() || !name.starts_with(kBackup) ||
      !name.ends_with(kSuffix)) {
    return std::nullopt;
  }
  return memory::parse_iso_date(
      name.substr(kBackup.size(), name.size() - kBackup.size() - kSuffix.size()));
}

/// Keeps the latest of each period for the `count` latest periods that have any. Backups come the
/// latest first.
template <typename Period>
void keep_latest(const std::vector<Backup>& backups, std::size_t count, Period period,
                 std::set<std::filesystem::path>& kept) {
  std::set<int> seen;
  for (const Backup& backup : backups) {
    if (seen.size() == count) {
      return;
    }
    if (seen.insert(period(backup.day)).second) {
      kept.insert(backup.file);
    }
  }
}

int week_of(memory::StudyDay day) {
  constexpr int kThursday = 4;  // of 1970-01-01, counted from Sunday
  const int monday_based = memory::day_number(day) + kThursday - 1;
  return (monday_based - (monday_based % 7 + 7) % 7) / 7;
}

int month_of(memory::StudyDay day) {
  const std::chrono::year_month_day date{day};
  return static_cast<int>(date.year()) * 12 + static_cast<int>(static_cast<unsigned>(date.month()));
}

}  // namespace

std::vector<Backup> backups_in(const std::filesystem::path& folder) {
  std::vector<Backup> backups;
  std::error_code ignored;
  for (const auto& entry : std::filesystem::directory_iterator(folder, ignored)) {
    if (const auto day = day_of(entry.path()); day && entry.is_regular_file(ignored)) {
      backups.push_back({entry.path(), *day});
    }
  }
  std::sort(backups.begin(), backups.end(),
            [](const Backup& a, const Backup& b) { return a.day < b.day; });
  return backups;
}

std::vector<Backup> superfluous(std::vector<Backup> backups, const Keep& keep) {
  std::sort(backups.begin(), backups.end(),
            [](const Backup& a, const Backup& b) { return a.day > b.day; });
  std::set<std::filesystem::path> kept;
  keep_latest(backups, keep.days, memory::day_number, kept);
  keep_latest(backups, keep.weeks, week_of, kept);
  keep_latest(backups, keep.months, month_of, kept);
  std::erase_if(backups, [&](const Backup& backup) { return kept.count(backup.file) > 0; });
  return backups;
}

std::optional<std::filesystem::path> back_up_daily(const History& history,
                                                   const std::filesystem::path& folder,
                                                   memory::StudyDay today, const Keep& keep) {
  const auto file =
      folder / (std::string(kBackup) + memory::iso_date(today) + std::string(kSuffix));
  std::error_code ignored;
  if (std::filesystem::exists(file, ignored)) {
    return std::nullopt;
  }
  make_private_folder(folder);
  const FileLock lock(folder.string() + ".lock", kPatience);
  if (std::filesystem::exists(file, ignored)) {
    return std::nullopt;  // by another session that ended meanwhile
  }
  history.back_up(file);
  for (const Backup& old : superfluous(backups_in(folder), keep)) {
    std::filesystem::remove(old.file, ignored);
  }
  return file;
}

}  // namespace pith::history
