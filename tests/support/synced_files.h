// Which files this program waited for until they were on disk.
#pragma once

#include <filesystem>

namespace pith::test {

/// Remembers the files given to fsync() while it lives; one at a time.
class SyncWatch {
 public:
  SyncWatch();
  SyncWatch(const SyncWatch&) = delete;
  SyncWatch& operator=(const SyncWatch&) = delete;
  ~SyncWatch();

  /// Whether the file that stands at the path was given to fsync(), under whatever name it had
  /// then.
  [[nodiscard]] bool saw(const std::filesystem::path& path) const;
};

}  // namespace pith::test
