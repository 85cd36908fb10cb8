#include "cli/files/open_file.h"

#include <system_error>

namespace pith::cli {

namespace fs = std::filesystem;

namespace {

bool is_of_a_process(const fs::path& path) {
  std::error_code error;
  const auto folder = fs::canonical(path.has_parent_path() ? path.parent_path() : ".", error);
  return (folder / "").string().starts_with("/proc/");
}

}  // namespace

bool leads_to_open_file(fs::path path) {
  constexpr int kMostLinks = 40;
  std::error_code error;
  for (int i = 0; i < kMostLinks && fs::is_symlink(path, error); ++i) {
    const auto target = path.parent_path() / fs::read_symlink(path, error);
    if (is_of_a_process(path) || is_of_a_process(target)) {
      return true;
    }
    path = target;
  }
  return false;
}

}  // namespace pith::cli
