// Parses the command line, runs the command that was called, and maps errors to exit statuses.
// Nothing else.
#include <cstdio>
#include <exception>
#include <iostream>
#include <sstream>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "cli/arguments.h"
#include "cli/command.h"
#include "cli/context.h"
#include "cli/exit_status.h"
#include "text/display.h"
#include "text/error.h"

namespace pith::cli {
namespace {

ExitStatus fail(ExitStatus status, const std::exception& error) {
  std::cout.flush();
  std::cerr << "pith: " << text::sanitise(error.what()) << '\n';
  return status;
}

ExitStatus run(std::vector<std::string> arguments) {
  GlobalOptions globals;
  Action action;
  CLI::App app(
      "Quiz and flashcard trainer: answer in your own words, see which key points you stated and "
      "why.",
      "pith");
  add_global_options(app, globals);
  add_commands(app, action);
  try {
    app.parse(for_parser(std::move(arguments), app));
  } catch (const CLI::ParseError& error) {
    std::ostringstream complaint;  // It quotes what was typed, which may come from a script.
    const int status = app.exit(error, std::cout, complaint);
    std::cerr << text::sanitise(complaint.str());
    return status == 0 ? done : usage;
  }
  auto context = process_context(globals);
  return action(context);
}

ExitStatus guarded_main(std::vector<std::string> arguments) {
  try {
    const auto status = run(std::move(arguments));
    std::cout.flush();
    return std::cout.good() ? status : storage;
  } catch (const UsageError& error) {
    return fail(usage, error);
  } catch (const InvalidInput& error) {
    return fail(invalid_input, error);
  } catch (const std::exception& error) {
    return fail(storage, error);
  }
}

}  // namespace
}  // namespace pith::cli

int main(int argc, char** argv) {
  return pith::cli::guarded_main({argv + 1, argv + argc});
}
