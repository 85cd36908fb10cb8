#include "terminal/foreground.h"

#include <cerrno>
#include <csignal>
#include <iterator>
#include <sstream>

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

namespace pith::terminal {
namespace {

/// How a program starts: with the usual signals, though pith has others in hand.
class Start {
 public:
  Start() {
    ::posix_spawnattr_init(&attributes_);
    sigset_t usual;
    ::sigemptyset(&usual);
    for (const int number : {SIGINT, SIGQUIT, SIGTSTP, SIGCONT, SIGXFSZ}) {
      ::sigaddset(&usual, number);
    }
    ::posix_spawnattr_setsigdefault(&attributes_, &usual);
    ::posix_spawnattr_setflags(&attributes_, POSIX_SPAWN_SETSIGDEF);
    ::posix_spawn_file_actions_init(&files_);
  }
  ~Start() {
    ::posix_spawn_file_actions_destroy(&files_);
    ::posix_spawnattr_destroy(&attributes_);
  }
  Start(const Start&) = delete;
  Start& operator=(const Start&) = delete;

  void print_to(const std::string& file) {
    ::posix_spawn_file_actions_addopen(&files_, STDOUT_FILENO, file.c_str(), O_WRONLY | O_APPEND,
                                       0);
  }

  /// The new process, if there is one.
  [[nodiscard]] std::optional<pid_t> operator()(std::vector<std::string>& words) const {
    std::vector<char*> arguments;
    arguments.reserve(words.size() + 1);
    for (auto& word : words) {
      arguments.push_back(word.data());
    }
    arguments.push_back(nullptr);
    pid_t child = 0;
    const int failed =
        ::posix_spawnp(&child, arguments[0], &files_, &attributes_, arguments.data(), environ);
    return failed == 0 ? std::optional(child) : std::nullopt;
  }

 private:
  posix_spawnattr_t attributes_{};
  posix_spawn_file_actions_t files_{};
};

/// Waits for the end of a program; whether its status was 0.
bool ended_well(pid_t child) {
  int status = 0;
  while (::waitpid(child, &status, 0) < 0) {
    if (errno != EINTR) {
      return false;
    }
  }
  return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

}  // namespace

std::vector<std::string> words_of(std::string_view command) {
  std::istringstream words{std::string(command)};
  return {std::istream_iterator<std::string>(words), {}};
}

bool run_in_foreground(Tty& tty, std::vector<std::string> words,
                       const std::optional<std::string>& output) {
  if (words.empty()) {
    return false;
  }
  Start start;
  if (output) {
    start.print_to(*output);
  }
  const Tty::Lent lent(tty);
  const auto child = start(words);
  return child && ended_well(*child);
}

}  // namespace pith::terminal
