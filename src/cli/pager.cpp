#include "cli/pager.h"

#include <algorithm>
#include <array>
#include <csignal>
#include <optional>
#include <utility>
#include <vector>

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/program.h"
#include "base/write_all.h"
#include "terminal/foreground.h"
#include "text/display.h"

namespace pith::cli {
namespace {

/// Starts a program that reads its standard input from a pipe: its process and the pipe's other
/// end; empty if it cannot be run.
std::optional<std::pair<pid_t, int>> start(std::vector<std::string> words) {
  std::array<int, 2> ends = {-1, -1};
  if (::pipe2(ends.data(), O_CLOEXEC) != 0) {
    return std::nullopt;
  }
  base::Program program(std::move(words));
  program.use(STDIN_FILENO, ends[0]);
  // `less` goes by the locale, which may not be installed; what it gets is UTF-8.
  program.suggest_variable("LESSCHARSET=utf-8");
  const auto process = program.start();
  ::close(ends[0]);
  if (!process) {
    ::close(ends[1]);
    return std::nullopt;
  }
  return std::pair(*process, ends[1]);
}

bool run_pager(const std::string& command, std::string_view text) {
  const auto started = start(terminal::words_of(command));
  if (!started) {
    return false;
  }
  const auto [process, pipe] = *started;
  // A pager that is left early closes the pipe, and its keys are its own.
  auto* const former_pipe = std::signal(SIGPIPE, SIG_IGN);
  auto* const former_interrupt = std::signal(SIGINT, SIG_IGN);
  static_cast<void>(base::write_all(pipe, text));
  ::close(pipe);
  const int status = base::status_at_end(process).value_or(0);
  std::signal(SIGPIPE, former_pipe);
  std::signal(SIGINT, former_interrupt);
  constexpr int kNotFound = 127;
  return !WIFEXITED(status) || WEXITSTATUS(status) != kNotFound;
}

}  // namespace

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
