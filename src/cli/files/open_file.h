// Names of files that a process has open.
#pragma once

#include <filesystem>

namespace pith::cli {

/// Whether links lead from the path to a file that a process has open, as those of /dev/stdout and
/// of a shell's `<(...)` do.
[[nodiscard]] bool leads_to_open_file(std::filesystem::path path);

}  // namespace pith::cli
