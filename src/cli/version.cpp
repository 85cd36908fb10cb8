// pith version: what this is.
#include <ostream>

#include "cli/command.h"

namespace pith::cli {

std::string version_line() {
  return "pith " PITH_VERSION "\n";
}

void add_version(Command app, Action& action) {
  auto command = app.add_command("version", "Print the version");
  command.callback([&action] {
    action = [](Context& context) {
      context.out << version_line();
      return done;
    };
  });
}

}  // namespace pith::cli
