// pith suspend: items or points are not asked until that is taken back.
#include <string>
#include <variant>
#include <vector>

#include "cli/command.h"
#include "cli/decks/selection.h"
#include "cli/files/open_history.h"
#include "cli/schedule/schedule_change.h"
#include "history/item_id.h"
#include "history/points.h"

namespace pith::cli {
namespace {

struct SuspendOptions {
  std::vector<std::string> items;
  std::string point;
  bool off = false;
};

bool suspends_or_ends(const history::ItemState& state, const history::Body& body) {
  const auto& wanted = std::get<history::Suspension>(body);
  if (wanted.point.empty()) {
    return state.suspended != wanted.suspended;
  }
  const auto* point = history::find_point(state, wanted.point);
  return (point != nullptr && point->suspended) != wanted.suspended;
}

ExitStatus run_suspend(Context& context, const SuspendOptions& options) {
  const auto selection = select_each(context, options.items);
  std::vector<history::Body> bodies;
  for (const auto* item : selection.items) {
    const auto point = options.point.empty() ? "" : point_named(*item, options.point);
    bodies.emplace_back(history::Suspension{history::id_of(*item), point, !options.off});
  }
  auto history = open_history(context);
  const auto* const things = options.point.empty() ? "item" : "point";
  change_where_needed(context, history, bodies, suspends_or_ends,
                      options.off ? ChangeWords{things, "asked again when it is due",
                                                "asked again when they are due",
                                                text::to_translate("not suspended")}
                                  : ChangeWords{things, "not asked any more", "not asked any more",
                                                text::to_translate("suspended already")});
  return done;
}

}  // namespace

void add_suspend(Command app, Action& action) {
  auto command = app.add_command("suspend", "Stop asking items, or one point of each");
  auto options = std::make_shared<SuspendOptions>();
  command.add_option("item", options->items, "deck/item, or FILE.yaml/item; may be several")
      .required();
  command.add_option("--point", options->point, "Only this point of it, by id or name");
  command.add_flag("--off", options->off, "Ask it again");
  on_call(command, action, options, run_suspend);
}

}  // namespace pith::cli
