// Files that are read as such, and what is none.
#pragma once

#include <filesystem>

#include <sys/stat.h>

namespace pith::base {

/// Throws StorageError unless `about` is of an ordinary file: a folder, a pipe or a device would be
/// read without end, or waited for.
void require_regular_file(const std::filesystem::path& path, const struct stat& about);

/// Whether nothing can be read there: no file, or one without a byte.
[[nodiscard]] bool is_empty_or_absent(const std::filesystem::path& file);

}  // namespace pith::base
