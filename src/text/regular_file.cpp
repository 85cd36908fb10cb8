#include "text/regular_file.h"

#include <fmt/format.h>

#include "text/error.h"

namespace pith::text {

void require_regular_file(const std::filesystem::path& path, const struct stat& about) {
  if (!S_ISREG(about.st_mode)) {
    throw StorageError(
        fmt::format("'{}' is no file but a folder, a pipe or a device", path.string()));
  }
}

}  // namespace pith::text
