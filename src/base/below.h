// Where one path lies to another, by their parts.
#pragma once

#include <algorithm>
#include <filesystem>

namespace pith::base {

/// Whether a path is the folder or lies in it; both are of one form (canonical, or both absolute
/// and normal), since only their parts are compared.
[[nodiscard]] inline bool is_below(const std::filesystem::path& path,
                                   const std::filesystem::path& folder) {
  return std::mismatch(folder.begin(), folder.end(), path.begin(), path.end()).first ==
         folder.end();
}

}  // namespace pith::base
