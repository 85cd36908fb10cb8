#include "terminal/foreground.h"

#include <csignal>
#include <iterator>
#include <sstream>
#include <utility>

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/program.h"

namespace pith::terminal {

std::vector<std::string> words_of(std::string_view command) {
  std::istringstream words{std::string(command)};
  return {std::istream_iterator<std::string>(words), {}};
}

bool run_in_foreground(Tty& tty, std::vector<std::string> words,
                       const std::optional<std::string>& output) {
  if (words.empty()) {
    return false;
  }
  base::Program program(std::move(words));
  program.have_usual({SIGINT, SIGQUIT, SIGTSTP, SIGCONT, SIGXFSZ});
  if (output) {
    program.open(STDOUT_FILENO, *output, O_WRONLY | O_APPEND);
  }
  const Tty::Lent lent(tty);
  const auto process = program.start();
  const auto status = process ? base::status_at_end(*process) : std::nullopt;
  return status && WIFEXITED(*status) && WEXITSTATUS(*status) == 0;
}

}  // namespace pith::terminal
