// What the desktop does with a file.
#pragma once

#include <filesystem>

namespace pith::cli {

/// Opens a file with the desktop's program for it (xdg-open) and does not wait for that. False if
/// there is no such program.
bool open_with_desktop(const std::filesystem::path& path);

}  // namespace pith::cli
