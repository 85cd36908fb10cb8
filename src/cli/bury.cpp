// pith bury: an item is not asked before a day.
#include "cli/command.h"
#include "cli/decks.h"
#include "cli/open_history.h"
#include "cli/schedule_change.h"
#include "text/error.h"

namespace pith::cli {
namespace {

struct BuryOptions {
  std::string item;
  std::string until = "+1";
};

ExitStatus run_bury(Context& context, const BuryOptions& options) {
  const auto selection = select_item(context, options.item);
  const auto today = current_time(context).day;
  const auto until = day_option("--until", options.until, today);
  if (until <= today) {
    throw UsageError("--until: " + memory::iso_date(until) + " is not after today");
  }
  auto history = open_history(context);
  change_schedule(context, history, history::Bury{id_of(*selection.items[0]), until},
                  "not asked before " + memory::iso_date(until));
  return done;
}

}  // namespace

void add_bury(Command app, Action& action) {
  auto command = app.add_command("bury", "Do not ask an item before a day");
  auto options = std::make_shared<BuryOptions>();
  command.add_option("item", options->item, "deck/item, or FILE.yaml/item").required();
  command.add_option("--until", options->until, "A date, or +DAYS (default: tomorrow)");
  on_call(command, action, options, run_bury);
}

}  // namespace pith::cli
