// A history that nobody else has open. Internal to this folder.
#pragma once

#include <filesystem>

namespace pith::history {

/// As long as this lives, who opens the history finds it held by another process. In rollback mode
/// (on network file systems) nothing tells who has it open.
class SoleUse {
 public:
  /// Throws StorageError if another process has it open. This one must not: closing the file would
  /// drop SQLite's locks.
  explicit SoleUse(const std::filesystem::path& history);
  SoleUse(const SoleUse&) = delete;
  SoleUse& operator=(const SoleUse&) = delete;
  ~SoleUse();

 private:
  int descriptor_;
};

}  // namespace pith::history
