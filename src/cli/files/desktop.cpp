#include "cli/files/desktop.h"

#include <array>
#include <string>

#include <fcntl.h>
#include <spawn.h>
#include <unistd.h>

namespace pith::cli {

bool open_with_desktop(const std::filesystem::path& path) {
  std::string program = "xdg-open";
  std::string file = std::filesystem::absolute(path).string();
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
