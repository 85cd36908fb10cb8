// Parses the command line, runs the command that was called, and maps errors to exit statuses.
#include <algorithm>
#include <csignal>
#include <cstdio>
#include <exception>
#include <filesystem>
#include <iostream>
#include <memory>
#include <new>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>
#include <poll.h>
#include <unistd.h>

#include "base/closed_streams.h"
#include "base/error.h"
#include "base/standard_streams.h"
#include "base/stopped.h"
#include "base/system_error.h"
#include "cli/arguments.h"
#include "cli/command.h"
#include "cli/commands.h"
#include "cli/context.h"
#include "cli/exit_status.h"
#include "cli/help/help.h"
#include "cli/mistakes.h"
#include "cli/pager.h"
#include "text/display.h"

namespace pith::cli {
namespace {

void complain(std::string_view words) {
  const auto safe = text::sanitise(words);
  std::cout.flush();
  std::cerr << (::isatty(STDERR_FILENO) != 0 ? text::fitted(safe, process_columns()) : safe);
}

/// An error of several lines is translated line by line.
ExitStatus fail(ExitStatus status, std::string_view error, const text::Messages& tr) {
  auto words = tr.format("{}: ", "pith");
  for (std::size_t at = 0; at <= error.size();) {
    const auto end = std::min(error.find('\n', at), error.size());
    words += tr.sentence(error.substr(at, end - at)) + '\n';
    at = end + 1;
  }
  complain(words);
  return status;
}

/// Runs the command; what it prints for reading is held back and fitted to the window where a
/// person reads it.
ExitStatus run_action(const Action& action, const std::string& command, Context& context) {
  const auto showing = showing_of(command);
  if (!context.screen.out_is_terminal || context.screen.dumb || showing == Showing::direct) {
    return action(context);
  }
  std::string text;
  auto status = done;
  std::exception_ptr failure;
  {
    const HeldOutput held(context.out);
    try {
      status = action(context);
    } catch (...) {
      failure = std::current_exception();
    }
    text = held.text();
  }
  show_page(context, text, showing == Showing::layout ? LongLines::kept : LongLines::wrapped);
  if (failure) {
    std::rethrow_exception(failure);
  }
  return status;
}

/// Through the pager where a person reads it.
void show_help(const GlobalOptions& globals, const std::string& page) {
  const auto context = process_context(globals);
  if (context.screen.out_is_terminal && !context.screen.dumb) {
    show_page(context, page);
  } else {
    std::cout << page;
  }
}

ExitStatus run(const std::vector<std::string>& arguments, const text::Messages& tr) {
  GlobalOptions globals;
  Action action;
  ArgumentParser parser(
      "pith",
      "Quiz and flashcard trainer: answer in your own words, see which key points you stated and "
      "why.");
  const auto program = parser.program();
  add_global_options(program, globals);
  add_commands(program, action);
  try {
    const auto wish = parser.parse(with_review(arguments, program));
    if (wish == Wish::help) {
      show_help(globals, help_page(parser.named(), tr, process_columns()));
      return done;
    }
    if (wish != Wish::command) {
      std::cout << version_line();
      return done;
    }
  } catch (const ParseError& error) {
    complain(complaint_of(error, parser, tr));
    return usage;
  }
  auto context = process_context(globals);
  try {
    return run_action(action, program.called()->name(), context);
  } catch (const UsageError& error) {
    if (const auto meant = command_meant(arguments, program)) {
      throw UsageError(std::string(error.what()) + "\ndid you mean the command `pith " + *meant +
                       "`?");
    }
    throw;
  }
}

/// Whether whoever read the output through a pipe has had enough, as `head` has: no fault.
bool reader_has_gone() {
  pollfd out{STDOUT_FILENO, POLLOUT, 0};
  return ::poll(&out, 1, 0) > 0 && (out.revents & (POLLERR | POLLHUP)) != 0;
}

ExitStatus guarded_main(const std::vector<std::string>& arguments) {
  text::Messages tr;
  try {
    tr = process_messages(language_in(arguments));
    const auto status = run(arguments, tr);
    std::cout.flush();
    if (!std::cout && !reader_has_gone()) {
      throw StorageError("the output could not be written");
    }
    return status;
  } catch (const UsageError& error) {
    return fail(usage, error.what(), tr);
  } catch (const InvalidInput& error) {
    return fail(invalid_input, error.what(), tr);
  } catch (const Stopped&) {
    return interrupted;
  } catch (const std::filesystem::filesystem_error& error) {
    return fail(storage,
                fmt::format("'{}' cannot be used: {}", error.path1().string(),
                            base::system_reason(error.code())),
                tr);
  } catch (const std::bad_alloc&) {
    return fail(storage, "not enough memory for this; close other programs, or use smaller files",
                tr);
  } catch (const std::exception& error) {
    return fail(storage, error.what(), tr);
  }
}

}  // namespace
}  // namespace pith::cli

int main(int argc, char** argv) {
  pith::base::replace_closed_streams();
  const pith::base::StandardStreams streams;
  std::signal(SIGXFSZ, SIG_IGN);  // writing beyond a limit fails then, as on a full disk
  return pith::cli::guarded_main({argv + 1, argv + argc});
}
