// pith reschedule: an item is due on a day that the learner chooses, until its next review.
#include <fmt/format.h>

#include "base/error.h"
#include "cli/command.h"
#include "cli/decks/selection.h"
#include "cli/files/open_history.h"
#include "cli/schedule/day_option.h"
#include "cli/schedule/schedule_change.h"
#include "history/item_id.h"

namespace pith::cli {
namespace {

struct RescheduleOptions {
  std::string item;
  std::string day;
};

ExitStatus run_reschedule(Context& context, const RescheduleOptions& options) {
  const auto selection = select_item(context, options.item);
  const auto& item = *selection.items[0];
  const auto today = current_time(context).day;
  const auto day = day_option("DAY", options.day, today);
  if (day < today) {
    throw UsageError(fmt::format("DAY: {} is in the past", memory::iso_date(day)));
  }
  auto history = open_history(context);
  const auto state = history.state(history::id_of(item));
  if (!state || !state->introduced) {
    throw UsageError(fmt::format("{} is new: it has no due day yet; `pith drill {}` asks it now",
                                 deck::full_id(item), deck::full_id(item)));
  }
  change_schedule(context, history, history::Reschedule{history::id_of(item), day},
                  "due on " + memory::iso_date(day));
  return done;
}

}  // namespace

void add_reschedule(Command app, Action& action) {
  auto command = app.add_command("reschedule", "Set the day on which an item is due");
  auto options = std::make_shared<RescheduleOptions>();
  command.add_option("item", options->item, "deck/item, or FILE.yaml/item").required();
  command.add_option("day", options->day, "A date such as 2026-12-01, or +DAYS").required();
  on_call(command, action, options, run_reschedule);
}

}  // namespace pith::cli
