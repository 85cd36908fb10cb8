// Doing something again whenever files change.
#pragma once

#include <filesystem>
#include <functional>
#include <vector>

namespace pith::cli {

/// Calls `look` now and again after every change at the paths: of files, and of YAML files below
/// folders, seen within half a second. Goes on until the process is ended, or `look` says false.
void watch(const std::vector<std::filesystem::path>& paths, const std::function<bool()>& look);

}  // namespace pith::cli
