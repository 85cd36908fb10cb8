#include "cli/whole_file.h"

#include <array>
#include <fstream>
#include <system_error>

#include <fcntl.h>
#include <fmt/format.h>
#include <spawn.h>
#include <unistd.h>

#include "text/error.h"

namespace pith::cli {

namespace fs = std::filesystem;

void write_whole(const fs::path& path, std::string_view bytes, std::string_view what) {
  auto beside = path;
  beside += fmt::format(".{}.part", ::getpid());
  std::ofstream out(beside, std::ios::binary | std::ios::trunc);
  out << bytes;
  out.close();
  std::error_code error;
  if (out) {
    fs::rename(beside, path, error);
  }
  if (!out || error) {
    std::error_code ignored;
    fs::remove(beside, ignored);
    throw StorageError(
        fmt::format("cannot write {} {}: check that its folder exists and may be written to", what,
                    path.string()));
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
