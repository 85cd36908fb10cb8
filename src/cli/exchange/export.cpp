// pith export: decks and histories for other programs.
#include <algorithm>
#include <memory>
#include <ostream>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "base/below.h"
#include "base/error.h"
#include "cli/command.h"
#include "cli/decks/files_in_use.h"
#include "cli/decks/selection.h"
#include "cli/files/data_folder.h"
#include "cli/files/history_file.h"
#include "cli/files/replace_file.h"
#include "cli/pager.h"
#include "cli/printable.h"
#include "cli/shell_word.h"
#include "cli/tell.h"
#include "deck/find_deck.h"
#include "exchange/exported.h"
#include "history/identity.h"
#include "history/item_id.h"
#include "history/present_names.h"
#include "text/display.h"

namespace pith::cli {
namespace {

namespace fs = std::filesystem;

struct ExportOptions {
  std::vector<std::string> selectors;
  std::string format;
  std::string output;
  bool replace = false;
};

std::vector<std::string> export_format_names() {
  std::vector<std::string> names;
  for (const auto& format : exchange::export_formats()) {
    names.emplace_back(format.name);
  }
  return names;
}

const exchange::ExportFormat& format_for(const ExportOptions& options) {
  const auto extension = fs::path(options.output).extension().string();
  const auto name = !options.format.empty() ? options.format
                    : extension == ".yml"   ? "yaml"
                    : extension.empty()     ? ""
                                            : extension.substr(1);
  const auto* format = exchange::export_format_named(name);
  if (format == nullptr && (name == "html" || name == "htm")) {
    throw UsageError(
        fmt::format("export writes no page: `pith report --html {}` writes one of your progress; "
                    "for decks say --format {}",
                    shell_word(text::sanitise(options.output.empty() ? "x.html" : options.output)),
                    fmt::join(export_format_names(), "|")));
  }
  if (format == nullptr) {
    throw UsageError(
        fmt::format("say what to write: --format {}", fmt::join(export_format_names(), "|")));
  }
  return *format;
}

/// The decks with the items selected, in their order.
std::vector<deck::Deck> selected_decks(const Selection& selection) {
  std::vector<deck::Deck> decks;
  auto next = selection.items.begin();
  for (const auto& deck : selection.collection.decks) {
    std::vector<deck::Item> items;
    for (; next != selection.items.end() && (*next)->deck == deck.id; ++next) {
      items.push_back(**next);
    }
    if (!items.empty()) {
      decks.push_back(deck);
      decks.back().items = std::move(items);
    }
  }
  return decks;
}

std::vector<history::LoggedAnswer> answers_to(const history::History& history,
                                              const deck::Item& item) {
  std::vector<history::LoggedAnswer> all;
  history::AnswerFilter filter;
  filter.item = history::id_of(item);
  history.for_each_answer(filter, [&](history::LoggedAnswer logged) {
    all.push_back(with_present_points(history, std::move(logged)));
  });
  return all;
}

std::vector<history::PointReview> reviews_of(const history::History& history,
                                             const deck::Item& item) {
  std::vector<history::PointReview> all;
  history.for_each_review(history::id_of(item),
                          [&](const history::PointReview& review) { all.push_back(review); });
  return all;
}

/// A picture that stands beside or below the deck's file, and nowhere else.
std::optional<std::string> picture_of(const deck::Deck& deck, std::string_view name) {
  std::error_code error;
  const auto folder = fs::weakly_canonical(fs::path(deck.path).parent_path(), error);
  const auto path = fs::weakly_canonical(folder / name, error);
  if (error || !base::is_below(path, folder) || !fs::is_regular_file(path, error)) {
    return std::nullopt;
  }
  return read_file(path);
}

/// Whether a broken deck may hold some of what is meant: a selector is wider than a sound deck.
bool lacks_decks(const Selection& selection, const std::vector<std::string>& selectors) {
  const auto& decks = selection.collection.decks;
  const auto names_a_deck = [&](const std::string& selector) {
    const auto id = selector.substr(0, selector.find('/'));
    return deck::find_deck(decks, id) != nullptr;
  };
  return deck::has_error(selection.collection.diagnostics) &&
         (selectors.empty() || !std::ranges::all_of(selectors, names_a_deck));
}

/// Whether there is history of what is in none of the decks. A deck that is not among those named
/// by --decks may be elsewhere, with all of its items.
bool has_orphans(const Context& context, const history::History& history,
                 const std::vector<deck::Deck>& decks) {
  const auto gone = history::vanished(history, decks);
  return std::ranges::any_of(gone, [&](const history::Vanished& each) {
    return context.options.decks.empty() || deck::find_deck(decks, each.name.deck) != nullptr;
  });
}

void write(Context& context, const ExportOptions& options, const std::string& bytes) {
  if (options.output.empty() || options.output == "-") {
    print_file(context, bytes);
    return;
  }
  refuse_in_use(options.output, files_in_use(context, options.selectors), "-o " + options.output);
  if (fs::is_directory(options.output)) {
    throw UsageError(fmt::format("'{}' is a folder: name a file in it", options.output));
  }
  if (!fs::exists(options.output)) {
    require_folder_for(context, options.output);
    create_file(options.output, bytes);
  } else if (options.replace) {
    replace_file(options.output, read_file(options.output), bytes);
  } else {
    require_ordinary(options.output);
    throw UsageError(fmt::format("'{}' is there already: --replace replaces it", options.output));
  }
}

ExitStatus run_export(Context& context, const ExportOptions& options) {
  const auto& format = format_for(options);
  const bool to_terminal = options.output.empty() && context.screen.out_is_terminal;
  if (format.name == "apkg" && to_terminal) {
    throw UsageError("a package is nothing for a terminal: name a file with -o FILE.apkg");
  }
  const auto selection = select_items(context, options.selectors);
  const history::History history(history_file(context), {.read_only = true});
  const auto status = lacks_decks(selection, options.selectors) ? invalid_input : done;
  exchange::Exportable what;
  what.decks = selected_decks(selection);
  if (what.decks.empty() && (status != done || options.replace)) {
    tell(context, context.tr("pith: there is nothing to be exported; nothing was written"));
    return invalid_input;
  }
  if (format.one_deck && what.decks.size() != 1) {
    throw UsageError(fmt::format("{} holds one deck, and {} are meant: name one", format.name,
                                 what.decks.size()));
  }
  what.now = context.now().utc;
  what.answers = [&](const deck::Item& item) { return answers_to(history, item); };
  what.reviews = [&](const deck::Item& item) { return reviews_of(history, item); };
  what.state = [&](const deck::Item& item) { return history.state(history::id_of(item)); };
  what.picture = picture_of;
  what.orphans = [&] {
    return status == done && options.selectors.empty() &&
           has_orphans(context, history, selection.collection.decks);
  };
  const auto exported = format.write(what);
  write(context, options, exported.bytes);
  if (!options.output.empty() && options.output != "-") {
    tell(context, context.tr.format("{}: {} from {}", one_line(options.output),
                                    context.tr.count(selection.items.size(), "item"),
                                    context.tr.count(what.decks.size(), "deck")));
  }
  for (const auto& loss : exported.losses) {
    tell(context, context.tr.format("not in {}: {}", format.name, context.tr.sentence(loss)));
  }
  return status;
}

}  // namespace

void add_export(Command app, Action& action) {
  auto command = app.add_command("export", "Write decks and reviews for other programs");
  auto options = std::make_shared<ExportOptions>();
  take_selectors(command, options->selectors);
  command
      .add_option("--format", options->format,
                  fmt::format("{} (default: by the name of the file)",
                              fmt::join(export_format_names(), ", ")))
      .one_of(export_format_names());
  auto output = command.add_option("-o,--output", options->output,
                                   "File to write (default: standard output)");
  command.add_flag("--replace", options->replace, "Replace the file if it is there already")
      .needs(output);
  on_call(command, action, options, run_export);
}

}  // namespace pith::cli
