// pith new: a deck to begin with (new_deck.h), and items for it.
#include <algorithm>

#include <fmt/format.h>

#include "base/error.h"
#include "cli/at_terminal.h"
#include "cli/authoring/authoring.h"
#include "cli/authoring/dialogue.h"
#include "cli/authoring/item_flags.h"
#include "cli/authoring/new_deck.h"
#include "cli/command.h"
#include "cli/decks/decks.h"
#include "cli/decks/diagnosis.h"
#include "cli/files/replace_file.h"
#include "cli/printable.h"
#include "cli/tell.h"
#include "deck/editing/item_inserter.h"
#include "deck/reading/reader.h"
#include "deck/selector.h"

namespace pith::cli {
namespace {

namespace fs = std::filesystem;

/// The deck that is meant: by id, or by the path of its file.
deck::Deck deck_meant(const Context& context, const std::string& selector) {
  for (auto& deck : load_decks(context).decks) {
    if (deck.id == selector) {
      return std::move(deck);
    }
  }
  auto read = deck::read_deck_file(selector);
  if (read.deck) {
    return *std::move(read.deck);
  }
  std::error_code error;
  const bool is_there = fs::exists(selector, error);
  if (const auto id = id_for_file(selector); id && !is_there) {
    throw InvalidInput(fmt::format(
        "there is no file '{1}': `pith new deck {0} --file {1}` begins it", *id, selector));
  }
  if (is_there || deck::as_path(selector)) {
    throw InvalidInput(headline(read.diagnostics.front(), context.tr));
  }
  if (!may_be_id(selector)) {
    throw UsageError(
        fmt::format("no deck is called '{}': `pith list` shows what there is", selector));
  }
  throw UsageError(fmt::format("no deck is called '{0}': `pith new deck {0}` makes it", selector));
}

/// Question and points, a line each; what the deck cannot take is asked for again.
void prompt_for(Context& context, const deck::Deck& deck, ItemFlags& options) {
  const auto before = read_file(deck.path);
  const auto require_sound = [&](const std::string& question, std::vector<std::string> points) {
    auto item = options;
    item.question = question;
    item.points = std::move(points);
    require_deck(deck::with_new_item(before, to_yaml(item)).text, deck.path, context.tr);
  };
  Dialogue dialogue(context);
  dialogue.ask_until_sound(options.question, context.tr("Question: "),
                           [&](const std::string& question) {
                             if (!question.empty()) {
                               require_sound(question, {"a point"});
                             }
                           });
  const auto require_point = [&](const std::string& point) {
    if (!point.empty()) {
      auto points = options.points;
      points.push_back(point);
      require_sound(options.question, std::move(points));
    }
  };
  const auto ask_point = [&] {
    std::string point;
    dialogue.ask_until_sound(
        point, context.tr("Point (name, or name: detail; an empty line ends): "), require_point);
    return point;
  };
  if (options.question.empty()) {
    return;
  }
  for (auto point = ask_point(); !point.empty(); point = ask_point()) {
    options.points.push_back(point);
  }
}

/// Adds the item in the person's editor; nothing if the person wrote none.
std::optional<deck::Inserted> add_in_editor(Context& context, const deck::Deck& deck,
                                            const std::string& yaml) {
  const auto before = read_file(deck.path);
  const auto [text, line] = deck::with_new_item(before, yaml);
  auto written = edited_until_sound(context, deck.path, text, line);
  if (!written) {
    return std::nullopt;
  }
  store(deck.path, before, *written);
  return deck::Inserted{*std::move(written), line};
}

deck::Inserted add_as_said(const Context& context, const deck::Deck& deck,
                           const std::string& yaml) {
  deck::Inserted added;
  store_change(deck.path, [&](const std::string& before) {
    added = deck::with_new_item(before, yaml);
    require_still_deck(added.text, deck.path, context.tr);
    return added.text;
  });
  return added;
}

void show_added(Context& context, const deck::Deck& deck, const deck::Inserted& added) {
  const auto now = deck::read_deck(added.text, deck.path);
  const auto item = std::ranges::find_if(
      now.deck->items, [&](const deck::Item& each) { return each.at.line >= added.line; });
  if (item == now.deck->items.end()) {
    return;
  }
  context.out << one_line(deck::full_id(*item)) << '\n';
  for (const auto& warning : now.diagnostics) {
    if (warning.at.line >= added.line) {
      print_diagnosis(context, warning);
    }
  }
  present(context, *now.deck, *item);
}

ExitStatus run_new_item(Context& context, ItemFlags options) {
  const auto deck = deck_meant(context, options.deck);
  require_own(context, deck);
  const bool blank = !says_something(options);
  const bool asks = blank && context.editor.empty() && at_terminal(context.screen);
  if (asks) {
    prompt_for(context, deck, options);
  }
  const bool edits = can_edit(context) && ((blank && !asks) || options.edit);
  if (!edits && !says_something(options)) {
    throw UsageError(
        "say what to ask: --question with --point, --answer or --correct and --wrong, "
        "or --cloze, or --front and --back");
  }
  if (!edits) {
    require_fitting(options);
  }
  const auto yaml = says_something(options)
                        ? to_yaml(options)
                        : "question: \npoints:\n  - \n" + list_line("tags", options.tags);
  const bool shipped = are_shipped_asked(context);
  const auto added =
      edits ? add_in_editor(context, deck, yaml) : std::optional(add_as_said(context, deck, yaml));
  if (!added) {
    tell(context, context.tr("Nothing was added."));
    return done;
  }
  say_if_set_aside(context, shipped);
  show_added(context, deck, *added);
  return done;
}

void add_new_item(Command parent, Action& action) {
  auto command = parent.add_command(
      "item", "Add an item to a deck: in your editor, from flags, or asked for line by line");
  auto options = std::make_shared<ItemFlags>();
  command.add_option("deck", options->deck, "Id or file of the deck").required();
  command.add_option("--question", options->question, "The question");
  command.add_option("--point", options->points, "A key point: name, or name: detail")
      .one_value_each_time();
  command.add_option("--answer", options->answers, "An accepted short answer, or a number")
      .one_value_each_time();
  command.add_option("--correct", options->correct, "A right choice").one_value_each_time();
  command.add_option("--wrong", options->wrong, "A wrong choice").one_value_each_time();
  command.add_option("--cloze", options->cloze, "A text with {{gaps}}");
  command.add_option("--front", options->front, "Front of a card");
  command.add_option("--back", options->back, "Back of a card");
  command.add_flag("--reversed", options->reversed, "Ask the card both ways");
  command.add_option("--id", options->id, "The item's id");
  command.add_option("--explanation", options->explanation, "Shown after answering");
  command.add_option("--hint", options->hints, "A hint").one_value_each_time();
  command.add_option("--tag", options->tags, "A tag").one_value_each_time();
  command.add_flag("--edit", options->edit, "Open the editor although flags say it all");
  on_call(command, action, options, run_new_item);
}

}  // namespace

void add_new(Command app, Action& action) {
  auto command = app.add_command("new", "Begin a deck, or add an item to one");
  command.expect_commands(1, 1);
  add_new_deck(command, action);
  add_new_item(command, action);
}

}  // namespace pith::cli
