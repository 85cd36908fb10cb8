// A file that bears its name only when it is whole.
#pragma once

#include <filesystem>
#include <string>

namespace pith::history {

/// A new file beside the one it is to become (`NAME.XXXXXX.part`), under a name that nobody has;
/// gone again, with what SQLite puts beside it, unless it took the other's name. While it lives, it
/// is locked, so that others can tell it from what a killed process left.
class UnfinishedFile {
 public:
  /// Throws StorageError.
  explicit UnfinishedFile(const std::filesystem::path& to);
  UnfinishedFile(const UnfinishedFile&) = delete;
  UnfinishedFile& operator=(const UnfinishedFile&) = delete;
  ~UnfinishedFile();

  [[nodiscard]] const std::string& name() const { return name_; }

  /// Throws StorageError, and leaves what stands there, if the name is taken.
  void become(const std::filesystem::path& to) const;

 private:
  std::string name_;
  int file_ = -1;
};

/// Throws StorageError: something stands at the path already.
[[noreturn]] void refuse_taken(const std::filesystem::path& to);

/// Removes what killed processes left in the folder of `to` of a file that was to become `to` or,
/// if that is called as pith calls backups, another backup. Links, folders and files that somebody
/// is writing stay; so does everything on a network share, where that cannot be told.
void remove_unfinished(const std::filesystem::path& to);

}  // namespace pith::history
