#include "base/regular_file.h"

#include <fmt/format.h>

#include "base/error.h"

namespace pith::base {

void require_regular_file(const std::filesystem::path& path, const struct stat& about) {
  if (!S_ISREG(about.st_mode)) {
    throw StorageError(
        fmt::format("'{}' is no file but a folder, a pipe or a device", path.string()));
  }
}

}  // namespace pith::base
