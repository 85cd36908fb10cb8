// pith config: which settings are in force, and from which file.
#include <ostream>

#include <fmt/format.h>

#include "cli/command.h"
#include "cli/printable.h"
#include "cli/settings/config.h"
#include "text/display.h"

namespace pith::cli {
namespace {

struct ConfigOptions {
  bool path = false;
};

ExitStatus run_config(Context& context, const ConfigOptions& options) {
  const auto file = context.paths.config / "config.yaml";
  if (options.path) {
    context.out << text::sanitise(file.string()) << '\n';
    return done;
  }
  const auto config = load_config(file);
  const bool exists = std::filesystem::exists(file);
  context.out << "# " << one_line(file.string()) << '\n';
  if (!exists) {
    context.out << "# " << context.tr("does not exist; these are the defaults") << '\n';
  }
  context.out << text::sanitise(to_yaml(config, context.tr));
  return done;
}

}  // namespace

void add_config(Command app, Action& action) {
  auto command =
      app.add_command("config", "Show the settings in force and the file they come from");
  auto options = std::make_shared<ConfigOptions>();
  command.add_flag("--path", options->path,
                   "Print the path of the configuration file and nothing else");
  on_call(command, action, options, run_config);
}

}  // namespace pith::cli
