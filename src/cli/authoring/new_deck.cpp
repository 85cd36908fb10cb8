#include "cli/authoring/new_deck.h"

#include <algorithm>
#include <filesystem>
#include <memory>
#include <vector>

#include <fmt/format.h>

#include "base/error.h"
#include "cli/authoring/dialogue.h"
#include "cli/authoring/item_flags.h"
#include "cli/authoring/new_shipped.h"
#include "cli/decks/decks.h"
#include "cli/decks/schema_line.h"
#include "cli/files/data_folder.h"
#include "cli/files/replace_file.h"
#include "cli/printable.h"
#include "cli/tell.h"
#include "deck/find_deck.h"
#include "deck/reading/names.h"
#include "deck/reading/reader.h"
#include "deck/selector.h"

namespace pith::cli {
namespace {

/// The mistakes in a text that is to be a deck, a line each; `""` if it is one.
std::string mistakes_in(const std::string& text, const std::string& path,
                        const text::Messages& tr) {
  std::string mistakes;
  for (const auto& diagnostic : deck::read_deck(text, path).diagnostics) {
    if (diagnostic.severity == deck::Severity::error) {
      mistakes += (mistakes.empty() ? "" : "\n") + tr.sentence(diagnostic.message) +
                  (diagnostic.hint.empty() ? "" : tr("; ") + tr.sentence(diagnostic.hint));
    }
  }
  return mistakes;
}

namespace fs = std::filesystem;

struct DeckOptions {
  std::string id;
  std::string title;
  std::string language;
  std::string author;
  std::string file;
  bool shipped = false;
};

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
  const auto* same = deck::find_deck(former, id);
  if (same != nullptr && is_shipped(context, same->path)) {
    throw UsageError(
        fmt::format("the shipped deck '{}' is asked as it is; `pith new deck {} --shipped` copies "
                    "it, to be changed",
                    id, id));
  }
  if (same != nullptr) {
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
        require_deck(key_line("language", language) + "items: []\n", "deck.yaml", context.tr);
      });
}

ExitStatus run_new_deck(Context& context, DeckOptions options) {
  if (options.shipped) {
    return copy_shipped(context, options.id);
  }
  ask_for_rest(context, options);
  const auto path = options.file.empty() ? own_deck_folder(context) / (options.id + ".yaml")
                                         : fs::path(options.file);
  const auto text = schema_line(context) + key_line("deck", options.id) +
                    key_line("title", options.title) + key_line("language", options.language) +
                    key_line("author", options.author) + "items: []\n";
  require_deck(text, path.string(), context.tr);
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

}  // namespace

void require_deck(const std::string& text, const std::string& path, const text::Messages& tr) {
  if (const auto mistakes = mistakes_in(text, path, tr); !mistakes.empty()) {
    throw InvalidInput(mistakes);
  }
}

void require_still_deck(const std::string& text, const std::string& path,
                        const text::Messages& tr) {
  if (const auto mistakes = mistakes_in(text, path, tr); !mistakes.empty()) {
    throw InvalidInput(fmt::format("{}: {}", one_line(path), mistakes));
  }
}

bool may_be_id(const std::string& id) {
  return deck::is_deck_id(id) && !deck::is_command_name(id);
}

std::optional<std::string> id_for_file(const std::string& path) {
  const auto stem = fs::path(path).stem().string();
  return deck::as_path(path) && may_be_id(stem) ? std::optional(stem) : std::nullopt;
}

void add_new_deck(Command parent, Action& action) {
  auto deck = parent.add_command("deck", "Begin a deck in the folder of your decks");
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
}

}  // namespace pith::cli
