#include "cli/files/desktop.h"

#include <fcntl.h>
#include <unistd.h>

#include "base/program.h"

namespace pith::cli {

bool open_with_desktop(const std::filesystem::path& path) {
  base::Program program({"xdg-open", std::filesystem::absolute(path).string()});
  for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
    program.open(stream, "/dev/null", O_RDWR);
  }
  return program.start().has_value();
}

}  // namespace pith::cli
