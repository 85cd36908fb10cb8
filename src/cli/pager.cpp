#include "cli/pager.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <iterator>
#include <vector>

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/write_all.h"
#include "text/display.h"

namespace pith::cli {
namespace {

constexpr std::array kForReading = std::to_array<std::string_view>(
    {"list",    "show",     "search", "log",     "explain", "help",    "wordings", "stats",
     "plan",    "report",   "doctor", "config",  "grade",   "due",     "eval",     "undo",
     "suspend", "optimize", "backup", "restore", "rebuild", "version", "orphans"});

/// The environment with one more variable, if it has none of that name; `added` must outlive it.
std::vector<char*> environment_with(std::string& added) {
  const auto name = added.substr(0, added.find('=') + 1);
  std::vector<char*> variables;
  bool has = false;
  for (char** variable = environ; *variable != nullptr; ++variable) {
    has = has || std::string_view(*variable).starts_with(name);
    variables.push_back(*variable);
  }
  if (!has) {
    variables.push_back(added.data());
  }
  variables.push_back(nullptr);
  return variables;
}

/// Starts a program that reads its standard input from a pipe: its process and the pipe's other
/// end; -1 if it cannot be run.
std::pair<pid_t, int> start(std::vector<std::string> words) {
  std::array<int, 2> ends = {-1, -1};
  if (words.empty() || ::pipe2(ends.data(), O_CLOEXEC) != 0) {
    return {-1, -1};
  }
  std::vector<char*> arguments;
  arguments.reserve(words.size() + 1);
  for (auto& word : words) {
    arguments.push_back(word.data());
  }
  arguments.push_back(nullptr);
  posix_spawn_file_actions_t actions;
  ::posix_spawn_file_actions_init(&actions);
  ::posix_spawn_file_actions_adddup2(&actions, ends[0], STDIN_FILENO);
  // `less` goes by the locale, which may not be installed; what it gets is UTF-8.
  std::string charset = "LESSCHARSET=utf-8";
  const auto variables = environment_with(charset);
  pid_t child = -1;
  const int failed =
      ::posix_spawnp(&child, arguments[0], &actions, nullptr, arguments.data(), variables.data());
  ::posix_spawn_file_actions_destroy(&actions);
  ::close(ends[0]);
  if (failed != 0) {
    ::close(ends[1]);
    return {-1, -1};
  }
  return {child, ends[1]};
}

bool run_pager(const std::string& command, std::string_view text) {
  std::istringstream words(command);
  const auto [child, pipe] = start({std::istream_iterator<std::string>(words), {}});
  if (child < 0) {
    return false;
  }
  // A pager that is left early closes the pipe, and its keys are its own.
  auto* const former_pipe = std::signal(SIGPIPE, SIG_IGN);
  auto* const former_interrupt = std::signal(SIGINT, SIG_IGN);
  static_cast<void>(base::write_all(pipe, text));
  ::close(pipe);
  int status = 0;
  while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  std::signal(SIGPIPE, former_pipe);
  std::signal(SIGINT, former_interrupt);
  constexpr int kNotFound = 127;
  return !WIFEXITED(status) || WEXITSTATUS(status) != kNotFound;
}

}  // namespace

bool is_for_reading(std::string_view command) {
  return std::ranges::find(kForReading, command) != kForReading.end();
}

bool fits_itself(std::string_view command) {
  return command == "stats";
}

void show_page(const Context& context, const std::string& text, LongLines long_lines) {
  const bool is_json = text.starts_with('{') || text.starts_with('[');
  const auto page =
      is_json || long_lines == LongLines::kept ? text : text::fitted(text, context.screen.columns);
  const auto lines = static_cast<std::size_t>(std::ranges::count(page, '\n'));
  context.out.flush();
  if (lines < context.screen.rows || !run_pager(context.pager, page)) {
    context.out << page << std::flush;
  }
}

void print_file(const Context& context, std::string_view bytes) {
  if (!context.screen.out_is_terminal) {
    context.out << bytes;
    return;
  }
  std::string shown(bytes);
  for (auto at = shown.find("\r\n"); at != std::string::npos; at = shown.find("\r\n", at)) {
    shown.erase(at, 1);
  }
  context.out << text::sanitise(shown);
}

}  // namespace pith::cli
