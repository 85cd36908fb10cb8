// pith new: a deck to begin with, and items for it.
#include <algorithm>

#include <fmt/format.h>

#include "base/error.h"
#include "base/trim.h"
#include "cli/authoring/authoring.h"
#include "cli/authoring/dialogue.h"
#include "cli/authoring/item_flags.h"
#include "cli/authoring/new_shipped.h"
#include "cli/command.h"
#include "cli/decks/decks.h"
#include "cli/decks/diagnosis.h"
#include "cli/files/data_folder.h"
#include "cli/files/replace_file.h"
#include "cli/printable.h"
#include "cli/tell.h"
#include "deck/editing/item_inserter.h"
#include "deck/reading/names.h"
#include "deck/reading/reader.h"
#include "deck/selector.h"
#include "text/display.h"

namespace pith::cli {
namespace {

namespace fs = std::filesystem;

struct DeckOptions {
  std::string id;
  std::string title;
  std::string language;
  std::string author;
  std::string file;
  bool shipped = false;
};

/// Throws InvalidInput with the mistakes unless the text is a deck.
deck::Deck require_deck(const std::string& text, const std::string& path,
                        const text::Messages& tr) {
  auto read = deck::read_deck(text, path);
  std::string mistakes;
  for (const auto& diagnostic : read.diagnostics) {
    if (diagnostic.severity == deck::Severity::error) {
      mistakes += (mistakes.empty() ? "" : "\n") + tr.sentence(diagnostic.message) +
                  (diagnostic.hint.empty() ? "" : tr("; ") + tr.sentence(diagnostic.hint));
    }
  }
  if (!read.deck) {
    throw InvalidInput(mistakes);
  }
  return *std::move(read.deck);
}

/// For editors that complete and check the keys of a deck.
std::string modeline(const Context& context) {
  const auto schema = context.paths.shipped_decks.parent_path() / "schema" / "deck.schema.json";
  std::error_code error;
  return fs::exists(schema, error)
             ? fmt::format("# yaml-language-server: $schema={}\n", schema.string())
             : "";
}

bool may_be_id(const std::string& id) {
  return deck::is_deck_id(id) && !deck::is_command_name(id);
}

/// The id of a deck in the file, if the path names one and the id may be one.
std::optional<std::string> id_for_file(const std::string& path) {
  const auto stem = fs::path(path).stem().string();
  return deck::as_path(path) && may_be_id(stem) ? std::optional(stem) : std::nullopt;
}

/// Throws UsageError.
void require_free_id(const Context& context, const std::string& id,
                     const std::vector<deck::Deck>& former) {
  if (id.empty()) {
    throw UsageError("the deck needs an id: `pith new deck ID`");
  }
  if (const auto stem = id_for_file(id); stem && !may_be_id(id)) {
    throw UsageError(fmt::format(
        "'{1}' is no id: for a file of your choice, `pith new deck {0} --file {1}`", *stem, id));
  }
  if (!may_be_id(id)) {
    throw UsageError(fmt::format(
        "'{}' cannot be a deck's id: lower-case letters, digits and '-', and no command's name",
        id));
  }
  const auto same = std::ranges::find(former, id, &deck::Deck::id);
  if (same != former.end() && is_shipped(context, same->path)) {
    throw UsageError(
        fmt::format("the shipped deck '{}' is asked as it is; `pith new deck {} --shipped` copies "
                    "it, to be changed",
                    id, id));
  }
  if (same != former.end()) {
    throw UsageError(fmt::format("the deck '{}' is there already: {}", id, same->path));
  }
}

/// Asks for what the flags left open.
void ask_for_rest(Context& context, DeckOptions& options) {
  const auto former = load_decks(context, Missing::ignored).decks;
  Dialogue dialogue(context);
  dialogue.ask_until_sound(options.id, context.tr("Id (small letters, digits, -): "),
                           [&](const std::string& id) { require_free_id(context, id, former); });
  dialogue.ask_if_empty(options.title, context.tr("Title: "));
  dialogue.ask_until_sound(
      options.language, context.tr("Language (en, zh, …; Enter: by its text): "),
      [&](const std::string& language) {
        (void)require_deck(key_line("language", language) + "items: []\n", "deck.yaml", context.tr);
      });
}

ExitStatus run_new_deck(Context& context, DeckOptions options) {
  if (options.shipped) {
    return copy_shipped(context, options.id);
  }
  ask_for_rest(context, options);
  const auto path = options.file.empty() ? own_deck_folder(context) / (options.id + ".yaml")
                                         : fs::path(options.file);
  const auto text = modeline(context) + key_line("deck", options.id) +
                    key_line("title", options.title) + key_line("language", options.language) +
                    key_line("author", options.author) + "items: []\n";
  (void)require_deck(text, path.string(), context.tr);
  if (options.file.empty()) {
    make_data_folder_for(context, path);
  } else {
    require_folder_for(context, path);
  }
  create_file(path, text);
  context.out << one_line(path.string()) << '\n';
  tell(context, context.tr.format("Add to it with `pith new item {}`.", options.id));
  return done;
}

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
    (void)require_deck(deck::with_new_item(before, to_yaml(item)).text, deck.path, context.tr);
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
    (void)require_deck(added.text, deck.path, context.tr);
    return added.text;
  });
  return added;
}

void show_added(Context& context, const deck::Deck& deck, const deck::Inserted& added) {
  const auto now = require_deck(added.text, deck.path, context.tr);
  const auto item = std::ranges::find_if(
      now.items, [&](const deck::Item& each) { return each.at.line >= added.line; });
  if (item != now.items.end()) {
    context.out << one_line(deck::full_id(*item)) << '\n';
    present(context, now, *item);
  }
}

ExitStatus run_new_item(Context& context, ItemFlags options) {
  const auto deck = deck_meant(context, options.deck);
  require_own(context, deck);
  const bool blank = !says_something(options);
  if (blank && !can_edit(context) && at_terminal(context)) {
    prompt_for(context, deck, options);
  }
  const bool edits = can_edit(context) && (blank || options.edit);
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
  auto deck = command.add_command("deck", "Begin a deck in the folder of your decks");
  auto options = std::make_shared<DeckOptions>();
  deck.add_option("id", options->id, "The deck's id, such as my-deck");
  auto shipped = deck.add_flag(
      "--shipped", options->shipped,
      "Copy the deck that came with pith, or all of them without an id, to be changed");
  deck.add_option("--title", options->title, "Its title").excludes(shipped);
  deck.add_option("--language", options->language, "BCP 47, such as en or zh").excludes(shipped);
  deck.add_option("--author", options->author, "Who wrote it").excludes(shipped);
  deck.add_option("--file", options->file, "Where to write it").excludes(shipped);
  on_call(deck, action, options, run_new_deck);
  add_new_item(command, action);
}

}  // namespace pith::cli
