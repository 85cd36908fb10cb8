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

/// The line that says where the file has the key; empty if it has not.
std::string origin_of(const Config& config, const std::string& key, const text::Messages& tr) {
  const auto line = config.lines.find(key);
  return line == config.lines.end() ? "" : tr.format("# set in line {}", line->second) + '\n';
}

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
  for (const auto& setting : settings_of(config, context.tr)) {
    context.out << "\n# " << explanation_of(setting.key, context.tr) << '\n'
                << origin_of(config, setting.key, context.tr) << text::sanitise(setting.yaml);
  }
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
