// Where a file lies that several machines may write. Internal to this folder.
#pragma once

#include <filesystem>

namespace pith::history {

/// True on file systems where SQLite's WAL is not safe (NFS, SMB, FUSE and the like).
[[nodiscard]] bool on_network_file_system(const std::filesystem::path& path);

}  // namespace pith::history
