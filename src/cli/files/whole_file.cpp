#include "cli/files/whole_file.h"

#include <array>
#include <cstdint>
#include <system_error>

#include <fcntl.h>
#include <fmt/format.h>
#include <spawn.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/error.h"
#include "base/write_all.h"

namespace pith::cli {

namespace fs = std::filesystem;

namespace {

/// Appends to a device, a pipe and the like. False if that failed.
bool append(const fs::path& path, std::string_view bytes) {
  const int file = ::open(path.c_str(), O_WRONLY | O_APPEND | O_NOCTTY | O_CLOEXEC);
  const bool written = base::write_all(file, bytes);
  return file >= 0 && ::close(file) == 0 && written;
}

/// Has a file on disk that was not there; a link in its place is not followed. False if that
/// failed.
bool write_new(const fs::path& path, std::string_view bytes, mode_t mode) {
  const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode);
  const bool written = base::write_all(file, bytes) && ::fsync(file) == 0;
  return file >= 0 && ::close(file) == 0 && written;
}

/// Whether links lead from the path to a file that a process has open, as /dev/stdout does.
bool leads_to_open_file(fs::path path) {
  constexpr int kMostLinks = 40;
  std::error_code error;
  for (int i = 0; i < kMostLinks && fs::is_symlink(path, error); ++i) {
    const auto target = fs::read_symlink(path, error);
    path = path.parent_path() / target;
    if (path.lexically_normal().string().starts_with("/proc/")) {
      return true;
    }
  }
  return false;
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

/// Under which name a file is written before it takes its place.
fs::path name_beside(const fs::path& path) {
  auto beside = path;
  beside += fmt::format(".{}.part", ::getpid());
  return beside;
}

[[noreturn]] void refuse(const fs::path& path, std::string_view what) {
  throw StorageError(
      fmt::format("cannot write {} {}: check that its folder exists and may be written to", what,
                  path.string()));
}

}  // namespace

void require_writable(const fs::path& path, std::string_view what) {
  std::error_code error;
  const auto found = what_stands_at(path);
  if (found.target == Target::other && ::access(path.c_str(), W_OK) == 0) {
    return;
  }
  const auto beside = name_beside(path);
  const bool written = found.target != Target::folder && write_new(beside, "", found.mode);
  fs::remove(beside, error);
  if (!written || found.target == Target::other) {
    refuse(path, what);
  }
}

void write_whole(const fs::path& path, std::string_view bytes, std::string_view what) {
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
  const auto beside = name_beside(path);
  std::error_code error;
  const bool written = write_new(beside, bytes, found.mode);
  if (written) {
    fs::rename(beside, path, error);
  }
  if (!written || error) {
    std::error_code ignored;
    fs::remove(beside, ignored);
    refuse(path, what);
  }
}

bool open_with_desktop(const fs::path& path) {
  std::string program = "xdg-open";
  std::string file = fs::absolute(path).string();
  std::array<char*, 3> arguments = {program.data(), file.data(), nullptr};
  posix_spawn_file_actions_t quiet;
  if (::posix_spawn_file_actions_init(&quiet) != 0) {
    return false;
  }
  for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
    ::posix_spawn_file_actions_addopen(&quiet, stream, "/dev/null", O_RDWR, 0);
  }
  pid_t child = 0;
  const int failed =
      ::posix_spawnp(&child, arguments[0], &quiet, nullptr, arguments.data(), environ);
  ::posix_spawn_file_actions_destroy(&quiet);
  return failed == 0;
}

}  // namespace pith::cli
