// Getting at what can still be read of a damaged history, and putting a sound one in its place.
#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>

#include "base/file_stamp.h"
#include "history/store.h"

namespace pith::history {

struct Salvage {
  std::size_t kept = 0;    ///< Events that were read, and were not there already.
  std::size_t lost = 0;    ///< Events that are known to have been there and cannot be read.
  std::size_t known = 0;   ///< Events that are known to have been there.
  bool end_known = false;  ///< There were no more: the number of the last one could be read.
  bool readable = false;   ///< The file could be opened at all.
};

/// Adds whatever can be read of `damaged` to `into`, event by event. Never changes `damaged`,
/// but for what a killed process left half written, which SQLite undoes. Throws StorageError if
/// `into` cannot be written.
Salvage salvage(const std::filesystem::path& damaged, History& into);

/// Adds what a sound history (a backup) has and `into` lacks; how many events.
std::size_t take_over(const std::filesystem::path& from, History& into);

/// What the files of a history look like, by which one that was written since is known.
struct HistoryStamp {
  std::optional<base::FileStamp> file;
  std::optional<base::FileStamp> journal;

  friend bool operator==(const HistoryStamp&, const HistoryStamp&) = default;
};

/// Of a history that nobody else may have open. Throws StorageError if somebody has.
[[nodiscard]] HistoryStamp stamp_of_unused(const std::filesystem::path& file);

/// Puts the history `sound`, which nobody has open, in the place of `file`; what was there, and its
/// journal, goes to `aside`, where nothing may be. Throws StorageError, with all as it was: also if
/// somebody has `file` open, or it was written since `seen`.
void replace_history(const std::filesystem::path& file, const std::filesystem::path& sound,
                     const std::filesystem::path& aside,
                     const std::optional<HistoryStamp>& seen = {});

}  // namespace pith::history
