// Shares a history through a folder that some other program carries between devices. Each device
// writes files of its own there and reads all; the union of the events is the history of every one.
// In whatever order and however often it is done, all end with the same log (docs/durability.md).
#pragma once

#include <cstddef>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "history/store.h"

namespace pith::exchange {

struct SyncReport {
  std::size_t sent = 0;                        ///< Events that were not in the folder.
  std::size_t received = 0;                    ///< Events that were not in the history.
  std::map<history::Uuid, std::size_t> files;  ///< How many were read of each device.
  std::vector<std::string> incomplete;  ///< Names of files that are torn, or still being copied.
  std::vector<std::string> damaged;     ///< Of those, the ones that waiting will not make whole.
  std::vector<std::string> newer;       ///< Names of files that only a newer pith understands.

  [[nodiscard]] std::size_t file_count() const;
};

/// Takes what the folder has and adds what it lacks. What was taken is on disk even if it fails
/// later. Throws StorageError.
SyncReport synchronise(history::History& history, const std::filesystem::path& folder);

/// What synchronise() would do; changes nothing.
[[nodiscard]] SyncReport sync_status(const history::History& history,
                                     const std::filesystem::path& folder);

}  // namespace pith::exchange
