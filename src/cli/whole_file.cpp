#include "cli/whole_file.h"

#include <array>
#include <cerrno>
#include <system_error>

#include <fcntl.h>
#include <fmt/format.h>
#include <spawn.h>
#include <unistd.h>

#include "text/error.h"

namespace pith::cli {

namespace fs = std::filesystem;

namespace {

/// Writes a file that is not there; a link in its place is not followed. False if that failed.
bool write_new(const fs::path& path, std::string_view bytes) {
  const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0666);
  if (file < 0) {
    return false;
  }
  while (!bytes.empty()) {
    const auto written = ::write(file, bytes.data(), bytes.size());
    if (written < 0 && errno != EINTR) {
      break;
    }
    bytes.remove_prefix(written > 0 ? static_cast<std::size_t>(written) : 0);
  }
  return ::close(file) == 0 && bytes.empty();
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
  const auto beside = name_beside(path);
  const bool written = write_new(beside, "");
  fs::remove(beside, error);
  if (!written || fs::is_directory(path, error)) {
    refuse(path, what);
  }
}

void write_whole(const fs::path& path, std::string_view bytes, std::string_view what) {
  const auto beside = name_beside(path);
  std::error_code error;
  const bool written = write_new(beside, bytes);
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
