#include "base/regular_file.h"

#include <system_error>

#include <fmt/format.h>

#include "base/error.h"

namespace pith::base {

void require_regular_file(const std::filesystem::path& path, const struct stat& about) {
  if (!S_ISREG(about.st_mode)) {
    throw StorageError(
        fmt::format("'{}' is no file but a folder, a pipe or a device", path.string()));
  }
}

bool is_empty_or_absent(const std::filesystem::path& file) {
  std::error_code error;
  return !std::filesystem::exists(file, error) || std::filesystem::is_empty(file, error);
}

}  // namespace pith::base
