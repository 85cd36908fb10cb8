#include "terminal/external_editor.h"

#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <sstream>
#include <vector>

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

namespace pith::terminal {
namespace {

/// A file that only its owner may read (mode 0600), removed when it goes.
class PrivateFile {
 public:
  explicit PrivateFile(const std::string& directory) : path_(directory + "/pith-XXXXXX.txt") {
    descriptor_ = ::mkostemps(path_.data(), 4, O_CLOEXEC);
  }
  ~PrivateFile() {
    if (descriptor_ >= 0) {
      ::close(descriptor_);
      ::unlink(path_.c_str());
    }
  }
  PrivateFile(const PrivateFile&) = delete;
  PrivateFile& operator=(const PrivateFile&) = delete;

  [[nodiscard]] bool write(std::string_view text) const {
    while (descriptor_ >= 0 && !text.empty()) {
      const auto written = ::write(descriptor_, text.data(), text.size());
      if (written < 0 && errno != EINTR) {
        return false;
      }
      text.remove_prefix(written > 0 ? static_cast<std::size_t>(written) : 0);
    }
    return descriptor_ >= 0;
  }

  /// What stands at the path now: editors like to put a new file in the old one's place.
  [[nodiscard]] std::optional<std::string> read() const {
    std::ifstream file(path_, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    return file.is_open() ? std::optional(text.str()) : std::nullopt;
  }

  [[nodiscard]] const std::string& path() const { return path_; }

 private:
  std::string path_;
  int descriptor_ = -1;
};

std::vector<std::string> words_of(std::string_view command) {
  std::istringstream words{std::string(command)};
  return {std::istream_iterator<std::string>(words), {}};
}

/// Runs a program in the foreground with the usual signals; true if it ended with status 0.
bool run(std::vector<std::string> words) {
  std::vector<char*> arguments;
  arguments.reserve(words.size() + 1);
  for (auto& word : words) {
    arguments.push_back(word.data());
  }
  arguments.push_back(nullptr);
  posix_spawnattr_t attributes;
  if (::posix_spawnattr_init(&attributes) != 0) {
    return false;
  }
  sigset_t usual;
  ::sigemptyset(&usual);
  for (const int number : {SIGINT, SIGQUIT, SIGTSTP, SIGCONT}) {
    ::sigaddset(&usual, number);
  }
  ::posix_spawnattr_setsigdefault(&attributes, &usual);
  ::posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF);
  pid_t child = 0;
  const int failed =
      ::posix_spawnp(&child, arguments[0], nullptr, &attributes, arguments.data(), environ);
  ::posix_spawnattr_destroy(&attributes);
  int status = 0;
  while (failed == 0 && ::waitpid(child, &status, 0) < 0) {
    if (errno != EINTR) {
      return false;
    }
  }
  return failed == 0 && WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

}  // namespace

std::optional<std::string> edit_externally(Tty& tty, std::string_view command,
                                           std::string_view text, const std::string& directory) {
  auto words = words_of(command);
  const PrivateFile file(directory);
  if (words.empty() || !file.write(text) || !file.write("\n")) {
    return std::nullopt;
  }
  words.push_back(file.path());
  {
    const Tty::Lent lent(tty);
    if (!run(std::move(words))) {
      return std::nullopt;
    }
  }
  auto edited = file.read();
  if (edited && edited->ends_with('\n')) {
    edited->pop_back();
  }
  return edited;
}

}  // namespace pith::terminal
