// Backups that keep themselves: one a day at most, thinned with age.
#pragma once

#include <filesystem>
#include <optional>
#include <vector>

#include "history/store.h"

namespace pith::history {

struct Backup {
  std::filesystem::path file;
  memory::StudyDay day;  ///< Of the history, in its name.
};

/// How many are kept: the latest of so many days, weeks and months that have one.
struct Keep {
  std::size_t days = 7;
  std::size_t weeks = 4;
  std::size_t months = 12;
};

/// The automatic backups in a folder (`pith-2026-12-01.db`), oldest first.
[[nodiscard]] std::vector<Backup> backups_in(const std::filesystem::path& folder);

/// Those that thinning takes away.
[[nodiscard]] std::vector<Backup> superfluous(std::vector<Backup> backups, const Keep& keep = {});

/// Writes the backup of `today` unless there is one, then thins; the file, if one was written. Of
/// several processes one does, under a lock beside the folder (`backups.lock`). Throws
/// StorageError.
std::optional<std::filesystem::path> back_up_daily(const History& history,
                                                   const std::filesystem::path& folder,
                                                   memory::StudyDay today, const Keep& keep = {});

}  // namespace pith::history
