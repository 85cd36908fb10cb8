// What the file system says of a file, by which one state of it is told from another.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

struct stat;

namespace pith::base {

/// Times in nanoseconds.
struct FileStamp {
  std::uint64_t device = 0;
  std::uint64_t inode = 0;
  std::uint64_t size = 0;
  std::int64_t modified = 0;
  std::int64_t changed = 0;

  friend bool operator==(const FileStamp&, const FileStamp&) = default;
};

[[nodiscard]] FileStamp stamp_of(const struct stat& about);

/// Empty if there is no such file.
[[nodiscard]] std::optional<FileStamp> stamp_of(const std::string& path);

}  // namespace pith::base
