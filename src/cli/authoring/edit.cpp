// pith edit: opens an item of a deck in the editor, at its line.
#include <algorithm>
#include <filesystem>
#include <ostream>
#include <system_error>

#include <fmt/format.h>

#include "base/error.h"
#include "cli/authoring/authoring.h"
#include "cli/command.h"
#include "cli/decks/decks.h"
#include "cli/decks/diagnosis.h"
#include "cli/decks/selection.h"
#include "cli/files/history_file.h"
#include "cli/files/mark_folder.h"
#include "cli/files/open_history.h"
#include "cli/files/replace_file.h"
#include "cli/printable.h"
#include "cli/tell.h"
#include "deck/find_deck.h"
#include "deck/reading/reader.h"
#include "history/identity.h"
#include "history/reworded.h"

namespace pith::cli {
namespace {

struct EditOptions {
  std::string item;
};

/// The item after the edit: of the same id, else the one that begins where it began or before.
const deck::Item& item_now(const deck::Deck& deck, const deck::Item& before) {
  const deck::Item* nearest = &deck.items.front();
  for (const auto& item : deck.items) {
    if (item.id == before.id) {
      return item;
    }
    if (item.at.line <= before.at.line) {
      nearest = &item;
    }
  }
  return *nearest;
}

/// Carries the history of what was reworded along, and says so.
void follow(Context& context, const deck::Deck& before, const deck::Deck& after) {
  std::error_code error;
  if (!std::filesystem::exists(history_file(context), error)) {
    return;
  }
  auto history = open_history(context);
  for (const auto& alias : history::follow_edit(history, current_time(context), before, after)) {
    tell(context, context.tr.format("The history of {} goes on as {}.",
                                    one_line(history::to_text(alias.from)),
                                    one_line(history::to_text(alias.to))));
  }
}

ExitStatus run_edit(Context& context, const EditOptions& options) {
  const auto selection = select_item(context, options.item);
  const auto& item = *selection.items[0];
  const auto* deck = deck::find_deck(selection.collection.decks, item.deck);
  require_own(context, *deck);
  if (!can_edit(context)) {
    throw UsageError(
        fmt::format("editing takes a terminal and an editor in $VISUAL or $EDITOR; "
                    "the item stands at {}:{}",
                    deck->path, item.at.line));
  }
  const auto before = read_file(deck->path);
  const auto after = edited_until_sound(context, deck->path, before, item.at.line);
  if (!after) {
    tell(context, context.tr("Nothing was changed."));
    return done;
  }
  store(deck->path, before, *after);
  const auto read = deck::read_deck(*after, deck->path);
  for (const auto& warning : read.diagnostics) {
    print_diagnosis(context, warning);
  }
  follow(context, *deck, *read.deck);
  if (!read.deck->items.empty()) {
    present(context, *read.deck, item_now(*read.deck, item));
  }
  MarkFolder marks(history_file(context));
  if (marks.has(item) && marks.set(item, false)) {
    tell(context, context.tr.format("{} is no longer marked.", one_line(deck::full_id(item))));
  }
  tell(context, context.tr.format("{} is saved.", one_line(deck->path)));
  return done;
}

}  // namespace

void add_edit(Command app, Action& action) {
  auto command =
      app.add_command("edit", "Open an item in your editor; mistakes are shown and opened again");
  auto options = std::make_shared<EditOptions>();
  command.add_option("item", options->item, "deck/item, or FILE.yaml/item").required();
  on_call(command, action, options, run_edit);
}

}  // namespace pith::cli
