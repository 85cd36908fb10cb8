#include "cli/files/whole_file.h"

#include <cerrno>
#include <cstdint>
#include <system_error>

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/error.h"
#include "base/write_all.h"
#include "cli/files/file_draft.h"
#include "cli/files/open_file.h"

namespace pith::cli {

namespace fs = std::filesystem;

namespace {

/// Appends to a device, a pipe and the like. False if that failed.
bool append(const fs::path& path, std::string_view bytes) {
  const int file = ::open(path.c_str(), O_WRONLY | O_APPEND | O_NOCTTY | O_CLOEXEC);
  const bool written = base::write_all(file, bytes);
  return file >= 0 && ::close(file) == 0 && written;
}

/// What stands at the path, links followed.
enum class Target : std::uint8_t { nothing, file, folder, other };

struct Found {
  Target target = Target::nothing;
  mode_t mode = 0666;  ///< Of a file, or for a new one.
};

Found what_stands_at(const fs::path& path) {
  struct stat status {};
  if (::stat(path.c_str(), &status) != 0) {
    return {};
  }
  return S_ISDIR(status.st_mode) ? Found{Target::folder}
         : S_ISREG(status.st_mode) && !leads_to_open_file(path)
             ? Found{Target::file, status.st_mode & 0777U}
             : Found{Target::other};
}

[[noreturn]] void refuse(const fs::path& path, std::string_view what) {
  if (errno == ENOSPC || errno == EDQUOT) {
    throw StorageError(fmt::format("no room left to write {} {}: free some space and try again",
                                   what, path.string()));
  }
  throw StorageError(
      fmt::format("cannot write {} {}: check that its folder exists and may be written to", what,
                  path.string()));
}

}  // namespace

void require_writable(const fs::path& path, std::string_view what) {
  errno = 0;
  const auto found = what_stands_at(path);
  const bool writable = found.target == Target::other    ? ::access(path.c_str(), W_OK) == 0
                        : found.target == Target::folder ? false
                                                         : FileDraft(path, found.mode).is_there();
  if (!writable) {
    refuse(path, what);
  }
}

void write_whole(const fs::path& path, std::string_view bytes, std::string_view what) {
  errno = 0;
  const auto found = what_stands_at(path);
  if (found.target == Target::folder) {
    refuse(path, what);
  }
  if (found.target == Target::other) {
    if (!append(path, bytes)) {
      refuse(path, what);
    }
    return;
  }
  FileDraft draft(path, found.mode);
  if (!draft.write(bytes) || !draft.become(path)) {
    refuse(path, what);
  }
}

}  // namespace pith::cli
