// pith suspend: an item or a point is not asked until that is taken back.
#include "cli/command.h"
#include "cli/decks.h"
#include "cli/open_history.h"
#include "cli/schedule_change.h"

namespace pith::cli {
namespace {

struct SuspendOptions {
  std::string item;
  std::string point;
  bool off = false;
};

ExitStatus run_suspend(Context& context, const SuspendOptions& options) {
  const auto selection = select_item(context, options.item);
  const auto& item = *selection.items[0];
  const auto point = options.point.empty() ? "" : point_named(item, options.point);
  auto history = open_history(context);
  change_schedule(context, history, history::Suspension{id_of(item), point, !options.off},
                  options.off ? "asked again when it is due" : "not asked any more");
  return done;
}

}  // namespace

void add_suspend(Command app, Action& action) {
  auto command = app.add_command("suspend", "Ask an item, or one of its points, no more");
  auto options = std::make_shared<SuspendOptions>();
  command.add_option("item", options->item, "deck/item, or FILE.yaml/item").required();
  command.add_option("--point", options->point, "Only this point of it, by id or name");
  command.add_flag("--off", options->off, "Ask it again");
  on_call(command, action, options, run_suspend);
}

}  // namespace pith::cli
