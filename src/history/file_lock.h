// A lock among processes, held on a file of its own.
#pragma once

#include <chrono>
#include <filesystem>

namespace pith::history {

/// Waits for the lock and holds it until destroyed; the system lets go of it if the process dies.
class FileLock {
 public:
  /// Throws StorageError if the file cannot be made or the lock is not had within `patience`.
  FileLock(const std::filesystem::path& path, std::chrono::milliseconds patience);
  FileLock(const FileLock&) = delete;
  FileLock& operator=(const FileLock&) = delete;
  ~FileLock();

 private:
  int descriptor_;
};

/// Waits until the lock of an open file or folder is this process's; closing it lets go. False,
/// with the reason in errno, if the file system knows no locks, or others still have it after
/// `patience` (EWOULDBLOCK).
[[nodiscard]] bool wait_for_lock(int descriptor, std::chrono::milliseconds patience);

/// Makes the missing folders of `path` for this user alone (0700). Throws StorageError.
void make_private_folder(const std::filesystem::path& path);

/// Makes an empty file for this user alone (0600) unless there is one; true if it was made.
/// Refuses to follow a symbolic link. Throws StorageError.
bool make_private_file(const std::filesystem::path& path);

/// Has the folder's entries on disk: a file just made survives loss of power.
void sync_folder(const std::filesystem::path& path);

}  // namespace pith::history
