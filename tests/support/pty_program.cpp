#include "support/pty_program.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <stdexcept>
#include <thread>

#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <unistd.h>
#include <utmp.h>

namespace pith::test {
namespace {

using Clock = std::chrono::steady_clock;
constexpr auto kPatience = std::chrono::seconds(5);

winsize window(std::size_t columns, std::size_t rows) {
  winsize size = {};
  size.ws_col = static_cast<unsigned short>(columns);
  size.ws_row = static_cast<unsigned short>(rows);
  return size;
}

[[noreturn]] void become(const std::vector<std::string>& arguments) {
  std::vector<char*> argv;
  for (const auto& argument : arguments) {
    argv.push_back(const_cast<char*>(argument.c_str()));
  }
  argv.push_back(nullptr);
  ::setenv("TERM", "xterm-256color", 1);
  ::execv(argv[0], argv.data());
  ::_exit(127);
}

}  // namespace

PtyProgram::PtyProgram(const std::vector<std::string>& arguments, std::size_t columns,
                       std::size_t rows)
    : screen_(columns, rows) {
  auto size = window(columns, rows);
  if (::openpty(&terminal_, &keeper_, nullptr, nullptr, &size) != 0) {
    throw std::runtime_error("no pseudo-terminal");
  }
  first_modes_ = modes();
  child_ = ::fork();
  if (child_ == 0) {
    ::close(terminal_);
    ::login_tty(keeper_);
    become(arguments);
  }
}

PtyProgram::~PtyProgram() {
  if (child_ > 0) {
    ::kill(child_, SIGKILL);
    ::waitpid(child_, nullptr, 0);
  }
  hang_up();
}

void PtyProgram::type(std::string_view bytes) {
  if (::write(terminal_, bytes.data(), bytes.size()) != static_cast<ssize_t>(bytes.size())) {
    throw std::runtime_error("the pseudo-terminal took no input");
  }
}

void PtyProgram::resize(std::size_t columns, std::size_t rows) {
  screen_.resize(columns, rows);
  const auto size = window(columns, rows);
  ::ioctl(terminal_, TIOCSWINSZ, &size);
}

void PtyProgram::signal(int number) const {
  ::kill(child_, number);
}

void PtyProgram::hang_up() {
  for (auto* end : {&keeper_, &terminal_}) {
    if (*end >= 0) {
      ::close(*end);
      *end = -1;
    }
  }
}

bool PtyProgram::pump(int milliseconds) {
  pollfd ready = {terminal_, POLLIN, 0};
  if (terminal_ < 0 || ::poll(&ready, 1, milliseconds) <= 0) {
    return false;
  }
  std::array<char, 4096> bytes = {};
  const auto count = ::read(terminal_, bytes.data(), bytes.size());
  if (count <= 0) {
    return false;
  }
  screen_.write({bytes.data(), static_cast<std::size_t>(count)});
  return true;
}

bool PtyProgram::until(const std::function<bool(const Screen&)>& holds) {
  const auto end = Clock::now() + kPatience;
  while (Clock::now() < end) {
    while (pump(0)) {
    }
    if (holds(screen_)) {
      return true;
    }
    pump(20);
  }
  return false;
}

bool PtyProgram::shows(const std::vector<std::string>& rows, Cursor cursor) {
  return until(
      [&](const Screen& screen) { return screen.rows() == rows && screen.cursor() == cursor; });
}

bool PtyProgram::shows_somewhere(std::string_view text) {
  return until([&](const Screen& screen) {
    std::string flowing;
    for (const auto& row : screen.rows()) {
      if (row.find(text) != std::string::npos) {
        return true;
      }
      flowing += " " + row.substr(std::min(row.find_first_not_of(' '), row.size()));
    }
    return flowing.find(text) != std::string::npos;
  });
}

bool PtyProgram::shows_nowhere(std::string_view text) {
  return until([&](const Screen& screen) {
    return std::ranges::none_of(
        screen.rows(), [&](const std::string& row) { return row.find(text) != std::string::npos; });
  });
}

bool PtyProgram::has(std::string_view row) {
  return until([&](const Screen& screen) {
    return std::ranges::count(screen.rows(), std::string(row)) == 1;
  });
}

std::string PtyProgram::modes() const {
  std::array<char, 128> path = {};
  ::ttyname_r(keeper_, path.data(), path.size());
  const auto command = "stty -a -F " + std::string(path.data());
  const std::unique_ptr<FILE, int (*)(FILE*)> pipe(::popen(command.c_str(), "r"), &::pclose);
  std::string modes;
  std::array<char, 512> line = {};
  while (pipe && std::fgets(line.data(), static_cast<int>(line.size()), pipe.get()) != nullptr) {
    modes += line.data();
  }
  return modes;
}

int PtyProgram::wait() {
  const auto end = Clock::now() + kPatience;
  int status = 0;
  while (child_ > 0 && Clock::now() < end) {
    pump(5);
    if (::waitpid(child_, &status, WNOHANG) == child_) {
      while (pump(0)) {
      }
      child_ = -1;
      return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    }
    if (terminal_ < 0) {
      std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }
  }
  return -1;
}

}  // namespace pith::test
