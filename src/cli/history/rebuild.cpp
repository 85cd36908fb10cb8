// pith rebuild: memories and due days, made anew from the log.
#include <ostream>

#include "cli/command.h"
#include "cli/files/open_history.h"
#include "report/json.h"

namespace pith::cli {
namespace {

struct RebuildOptions {
  bool json = false;
};

ExitStatus run_rebuild(Context& context, const RebuildOptions& options) {
  const auto items = open_history(context).rebuild();
  if (options.json) {
    context.out << report::line({{"items", items}}) << '\n';
  } else {
    context.out << context.tr.format("Rebuilt {} from the log.", context.tr.count(items, "item"))
                << '\n';
  }
  return done;
}

}  // namespace

void add_rebuild(Command app, Action& action) {
  auto command =
      app.add_command("rebuild", "Make memories and due days anew from the log of answers");
  auto options = std::make_shared<RebuildOptions>();
  command.add_flag("--json", options->json, "As JSON");
  on_call(command, action, options, run_rebuild);
}

}  // namespace pith::cli
