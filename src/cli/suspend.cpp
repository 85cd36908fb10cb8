// pith suspend: an item or a point is not asked until that is taken back.
#include <algorithm>
#include <ostream>

#include <fmt/format.h>

#include "cli/command.h"
#include "cli/decks.h"
#include "cli/open_history.h"
#include "text/display.h"
#include "text/error.h"

namespace pith::cli {
namespace {

struct Options {
  std::string item;
  std::string point;
  bool off = false;
};

/// The id of a point that is given by id or name.
std::string point_of(const deck::Item& item, const std::string& wanted) {
  const auto found = std::ranges::find_if(item.points, [&](const deck::Point& point) {
    return point.id == wanted || point.name == wanted;
  });
  if (found == item.points.end()) {
    throw UsageError(fmt::format("{} has no point '{}'; `pith show {}` lists them",
                                 deck::full_id(item), wanted, deck::full_id(item)));
  }
  return found->id;
}

ExitStatus run_suspend(Context& context, const Options& options) {
  const auto selection = select_item(context, options.item);
  const auto& item = *selection.items[0];
  const auto point = options.point.empty() ? "" : point_of(item, options.point);
  open_history(context).append(current_time(context),
                               history::Suspension{{item.deck, item.id}, point, !options.off});
  context.err << text::sanitise(fmt::format(
                     "pith: {}{} is {}", deck::full_id(item), point.empty() ? "" : "/" + point,
                     options.off ? "asked again when it is due" : "not asked any more"))
              << '\n';
  return done;
}

}  // namespace

void add_suspend(CLI::App& app, Action& action) {
  auto* command = app.add_subcommand("suspend", "Ask an item, or one of its points, no more");
  auto options = std::make_shared<Options>();
  command->add_option("item", options->item, "deck/item, or FILE.yaml/item")->required();
  command->add_option("--point", options->point, "Only this point of it, by id or name");
  command->add_flag("--off", options->off, "Ask it again");
  on_call(command, action, options, run_suspend);
}

}  // namespace pith::cli
