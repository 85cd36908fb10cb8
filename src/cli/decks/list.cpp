// pith list: the items that selectors mean.
#include <ostream>

#include "cli/command.h"
#include "cli/decks/item_choice.h"
#include "cli/decks/not_joined_yet.h"
#include "cli/decks/selection.h"
#include "cli/files/history_file.h"
#include "cli/files/mark_folder.h"
#include "cli/listing.h"
#include "cli/tell.h"

namespace pith::cli {
namespace {

struct ListOptions {
  std::vector<std::string> selectors;
  bool marked = false;
  bool suspended = false;
  ItemChoice choice;
  bool json = false;
};

ExitStatus run_list(Context& context, const ListOptions& options) {
  auto selection = select_items(context, options.selectors);
  if (options.marked) {
    const MarkFolder marks(history_file(context));
    std::erase_if(selection.items, [&](const deck::Item* item) { return !marks.has(*item); });
    if (selection.items.empty()) {
      tell(context, context.tr("pith: nothing is marked; m marks an item while it is asked"));
    }
  }
  auto listing = listing_of(context, selection.items);
  if (options.suspended) {
    keep_state(context, listing, "suspended");
  }
  choose(context, listing, options.choice);
  print_list(context, listing, options.json);
  tell_of_not_joined(context, selection.collection.decks);
  const auto& found = selection.collection;
  return found.decks.empty() && deck::has_error(found.diagnostics) ? invalid_input : done;
}

}  // namespace

void add_list(Command app, Action& action) {
  auto command = app.add_command("list", "List decks and their items");
  auto options = std::make_shared<ListOptions>();
  take_selectors(command, options->selectors);
  command.add_flag("--marked", options->marked, "Only items marked for editing (m in a session)");
  command.add_flag("--suspended", options->suspended, "Only items of which something is suspended");
  add_choice_options(command, options->choice);
  command.add_flag("--json", options->json, "As a JSON array, one object an item");
  on_call(command, action, options, run_list);
}

}  // namespace pith::cli
