// pith reset: an item, or one of its points, is new again.
#include "cli/command.h"
#include "cli/decks/selection.h"
#include "cli/files/open_history.h"
#include "cli/schedule/schedule_change.h"
#include "history/item_id.h"

namespace pith::cli {
namespace {

struct ResetOptions {
  std::string item;
  std::string point;
};

ExitStatus run_reset(Context& context, const ResetOptions& options) {
  const auto selection = select_item(context, options.item);
  const auto& item = *selection.items[0];
  const auto point = options.point.empty() ? "" : point_named(item, options.point);
  auto history = open_history(context);
  change_schedule(context, history, history::Reset{history::id_of(item), point}, "new again");
  return done;
}

}  // namespace

void add_reset(Command app, Action& action) {
  auto command = app.add_command("reset", "Treat an item, or a point, as never answered");
  auto options = std::make_shared<ResetOptions>();
  command.add_option("item", options->item, "deck/item, or FILE.yaml/item").required();
  command.add_option("--point", options->point, "Only this point of it, by id or name");
  on_call(command, action, options, run_reset);
}

}  // namespace pith::cli
