// pith list: the items that selectors mean.
#include "cli/command.h"
#include "cli/decks.h"
#include "cli/listing.h"

namespace pith::cli {
namespace {

struct Options {
  std::vector<std::string> selectors;
  bool json = false;
};

ExitStatus run_list(Context& context, const Options& options) {
  const auto selection = select_items(context, options.selectors);
  print_list(context, selection.items, options.json);
  return done;
}

}  // namespace

void add_list(Command app, Action& action) {
  auto command = app.add_command("list", "List decks and their items");
  auto options = std::make_shared<Options>();
  command.add_option("selector", options->selectors,
                     "Deck, deck/item, tag:NAME, a glob of these, or a path (default: all)");
  command.add_flag("--json", options->json, "As a JSON array, one object an item");
  on_call(command, action, options, run_list);
}

}  // namespace pith::cli
