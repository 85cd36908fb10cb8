// pith version: what this is.
#include <ostream>

#include "cli/command.h"

namespace pith::cli {

void add_version(CLI::App& app, Action& action) {
  auto* command = app.add_subcommand("version", "Print the version");
  command->callback([&action] {
    action = [](Context& context) {
      context.out << "pith " PITH_VERSION "\n";
      return done;
    };
  });
}

}  // namespace pith::cli
