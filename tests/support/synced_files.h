// Which files this program waited for until they were on disk.
#pragma once

#include <filesystem>

namespace pith::test {

/// Whether the file that stands at the path was given to fsync() since the program began, under
/// whatever name it had then.
[[nodiscard]] bool was_synced(const std::filesystem::path& path);

}  // namespace pith::test
