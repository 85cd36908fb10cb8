// pith bury: items are not asked before a day.
#include <string>
#include <vector>

#include "base/error.h"
#include "cli/command.h"
#include "cli/decks/selection.h"
#include "cli/files/open_history.h"
#include "cli/schedule/day_option.h"
#include "cli/schedule/schedule_change.h"
#include "history/item_id.h"
#include "session/candidate.h"

namespace pith::cli {
namespace {

struct BuryOptions {
  std::vector<std::string> items;
  std::string until = "+1";
  bool off = false;
};

/// The day before which nothing is asked; to take that back, the first that there is.
memory::StudyDay first_day(Context& context, const BuryOptions& options) {
  if (options.off) {
    return memory::StudyDay{};
  }
  const auto today = current_time(context).day;
  const auto until = day_option("--until", options.until, today);
  if (until <= today) {
    throw UsageError("--until: " + memory::iso_date(until) + " is not after today");
  }
  return until;
}

ExitStatus run_bury(Context& context, const BuryOptions& options) {
  const auto selection = select_each(context, options.items);
  const auto until = first_day(context, options);
  std::vector<history::Body> bodies;
  for (const auto* item : selection.items) {
    bodies.emplace_back(history::Bury{history::id_of(*item), until});
  }
  auto history = open_history(context);
  if (options.off) {
    const auto buried = [today = current_time(context).day](const history::ItemState& state,
                                                            const history::Body&) {
      return session::is_buried(state.buried_until, today);
    };
    change_where_needed(context, history, bodies, buried,
                        {"item", "asked again when it is due", "asked again when they are due",
                         text::to_translate("not buried")});
  } else {
    const auto moved = [until](const history::ItemState& state, const history::Body&) {
      return state.buried_until != until;
    };
    const auto not_before = "not asked before " + memory::iso_date(until);
    change_where_needed(
        context, history, bodies, moved,
        {"item", not_before, not_before, text::to_translate("buried until then already")});
  }
  return done;
}

}  // namespace

void add_bury(Command app, Action& action) {
  auto command = app.add_command("bury", "Do not ask items before a day");
  auto options = std::make_shared<BuryOptions>();
  command.add_option("item", options->items, "deck/item, or FILE.yaml/item; may be several")
      .required();
  auto until =
      command.add_option("--until", options->until, "A date, or +DAYS (default: tomorrow)");
  command.add_flag("--off", options->off, "Ask it again").excludes(until);
  on_call(command, action, options, run_bury);
}

}  // namespace pith::cli
