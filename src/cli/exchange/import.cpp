// pith import: decks from other programs and documents.
#include <algorithm>
#include <memory>
#include <ostream>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "cli/decks/decks.h"
#include "cli/exchange/exchange_commands.h"
#include "cli/exchange/import_history.h"
#include "cli/exchange/import_report.h"
#include "cli/files/data_folder.h"
#include "cli/files/replace_file.h"
#include "cli/pager.h"
#include "cli/tell.h"
#include "deck/editing/deck_writer.h"
#include "deck/reading/names.h"
#include "deck/reading/reader.h"
#include "exchange/formats.h"
#include "exchange/shelf.h"
#include "text/display.h"
#include "text/error.h"
#include "text/mapped_file.h"

namespace pith::cli {
namespace {

namespace fs = std::filesystem;

struct ImportOptions {
  std::vector<std::string> files;
  std::string format;
  std::string output;
  bool dry_run = false;
  bool replace = false;
  bool parameters = false;
  bool no_history = false;
  bool json = false;
};

std::vector<std::string> import_format_names() {
  std::vector<std::string> names;
  for (const auto& format : exchange::import_formats()) {
    names.emplace_back(format.name);
  }
  return names;
}

const exchange::ImportFormat& format_for(const exchange::SourceFile& file,
                                         const ImportOptions& options, const fs::path& folder) {
  const auto* format = options.format.empty() ? exchange::import_format_of(file)
                                              : exchange::import_format_named(options.format);
  if (format == nullptr && deck::read_deck(std::string(file.bytes), file.name).deck) {
    throw UsageError(fmt::format("'{}' is a deck of pith already: `cp {} {}/` is all it takes",
                                 text::sanitise(file.name), text::sanitise(file.name),
                                 folder.string()));
  }
  if (format == nullptr) {
    throw UsageError(fmt::format("'{}' is of no format that pith knows; name one with --format: {}",
                                 text::sanitise(file.name),
                                 fmt::join(import_format_names(), ", ")));
  }
  return *format;
}

/// Whether `-o` names the deck's file itself.
bool names_a_file(const ImportOptions& options) {
  return !options.output.empty() && !options.output.ends_with('/') &&
         !fs::is_directory(options.output);
}

/// Gives the deck of a file named by `-o` that name.
void rename(exchange::Imported& result, const ImportOptions& options) {
  if (!names_a_file(options) || options.output == "-") {
    return;
  }
  if (result.decks.size() > 1) {
    throw UsageError(
        fmt::format("this gives {} decks: name a folder with -o FOLDER/", result.decks.size()));
  }
  if (!result.decks.empty()) {
    auto& deck = result.decks[0];
    exchange::rename_deck(
        result, deck.id, exchange::deck_id_from(fs::path(options.output).stem().string(), deck.id));
  }
}

/// The text of the deck, after a check that pith itself can read it.
std::string yaml_of(const deck::Deck& deck, const fs::path& path) {
  auto yaml = deck::write_deck(deck);
  const auto again = deck::read_deck(yaml, path.string());
  if (!again.deck) {
    throw InvalidInput(fmt::format("the deck '{}' cannot be written: line {}: {}", deck.id,
                                   again.diagnostics.front().at.line,
                                   again.diagnostics.front().message));
  }
  return yaml;
}

/// The decks that keep their ids to themselves: shipped ones give way to own ones.
std::vector<deck::Deck> others_than_shipped(const Context& context) {
  auto decks = load_decks(context).decks;
  std::erase_if(decks, [&](const deck::Deck& deck) {
    return fs::path(deck.path).parent_path() == context.paths.shipped_decks;
  });
  return decks;
}

void refuse_taken_id(const std::vector<deck::Deck>& others, const deck::Deck& deck,
                     const fs::path& path, bool alone) {
  for (const auto& other : others) {
    std::error_code error;
    if (other.id != deck.id || fs::equivalent(other.path, path, error)) {
      continue;
    }
    if (alone) {
      throw UsageError(
          fmt::format("'{}' is already the id of the deck in {}: name another file "
                      "with -o NAME.yaml",
                      deck.id, other.path));
    }
    throw UsageError(
        fmt::format("'{}' is already the id of the deck in {}: write them to a folder with "
                    "-o FOLDER/, and give it another id there",
                    deck.id, other.path));
  }
}

fs::path path_for(const Context& context, const deck::Deck& deck, const ImportOptions& options) {
  if (names_a_file(options)) {
    return options.output;
  }
  const fs::path folder =
      options.output.empty() ? own_deck_folder(context) : fs::path(options.output);
  return folder / (deck.id + ".yaml");
}

void write(Context& context, ImportedFile& file, const ImportOptions& options) {
  const bool own_folder = options.output.empty();
  const auto others = own_folder ? others_than_shipped(context) : std::vector<deck::Deck>{};
  const bool shipped = are_shipped_asked(context);
  for (const auto& deck : file.result.decks) {
    const auto path = path_for(context, deck, options);
    refuse_taken_id(others, deck, path, file.result.decks.size() == 1);
    if (fs::exists(path) && !options.replace) {
      throw UsageError(
          fmt::format("'{}' is there already: --replace replaces it, -o NAME.yaml "
                      "names another file",
                      path.string()));
    }
    const auto yaml = yaml_of(deck, path);
    if (fs::exists(path)) {
      const auto before = read_file(path);
      file.replaced.push_back(replaced_deck(context, before, path.string(), deck));
      replace_file(path, before, yaml);
    } else {
      if (names_a_file(options)) {
        require_folder_for(context, path);
      } else {
        make_data_folder_for(context, path);
      }
      create_file(path, yaml);
      file.replaced.emplace_back();
    }
    file.paths.push_back(path.string());
  }
  say_if_set_aside(context, shipped);
}

/// What would go where decks stand already.
void compare_with_replaced(const Context& context, ImportedFile& file,
                           const ImportOptions& options) {
  for (const auto& deck : file.result.decks) {
    const auto path = path_for(context, deck, options);
    file.replaced.push_back(fs::is_regular_file(path)
                                ? replaced_deck(context, read_file(path), path.string(), deck)
                                : std::nullopt);
  }
}

/// Takes the reviews in, and says of which decks they have been there under another name.
std::size_t take_reviews(Context& context, HistoryOnDemand& history,
                         const exchange::Imported& imported) {
  const auto taken = import_history(context, history, imported);
  if (imported.history && taken < imported.history->reviews) {
    for (const auto& deck : decks_reviewed_elsewhere(history.get(), imported)) {
      tell(context, context.tr.format("pith: the history has the reviews of '{}' already, under "
                                      "another name of the deck; once that one is gone, `pith "
                                      "relink FROM {}` gives them to this",
                                      deck, deck));
    }
  }
  return taken;
}

/// Throws unless there is something in the file to be read.
void require_content(const std::string& name) {
  if (fs::is_directory(name)) {
    throw UsageError(fmt::format("'{}' is a folder: name the files in it", text::sanitise(name)));
  }
  if (fs::is_regular_file(name) && fs::file_size(name) == 0) {
    throw InvalidInput(fmt::format("'{}' is empty", text::sanitise(name)));
  }
}

ImportedFile import_file(Context& context, HistoryOnDemand& history, const std::string& name,
                         const ImportOptions& options) {
  require_content(name);
  const text::MappedFile mapped(name);
  const exchange::SourceFile source{name, mapped.bytes()};
  const auto& format = format_for(source, options, own_deck_folder(context));
  ImportedFile file{name, std::string(format.name), format.read(source), {}, 0, 0};
  if (file.result.decks.empty() && file.result.left_out.empty()) {
    file.result.left_out.push_back({0, {}, "it holds no question with an answer", {}});
  }
  rename(file.result, options);
  if (options.output == "-") {
    for (const auto& deck : file.result.decks) {
      print_file(context, yaml_of(deck, "-"));
    }
  } else if (options.dry_run && options.replace) {
    compare_with_replaced(context, file, options);
  } else if (!options.dry_run && !file.result.decks.empty()) {
    write(context, file, options);
    file.media = write_media(file.result, fs::path(file.paths[0]).parent_path());
    file.reviews = options.no_history ? 0 : take_reviews(context, history, file.result);
    if (options.parameters) {
      adopt_parameters(context, history, file.result);
    }
  }
  return file;
}

ExitStatus run_import(Context& context, const ImportOptions& options) {
  if (options.files.size() > 1 && names_a_file(options)) {
    throw UsageError("several files need a folder: -o FOLDER/");
  }
  if (options.json && options.output == "-") {
    throw UsageError("--json and -o - both want standard output: name a file with -o");
  }
  ImportReports reports(context, options.json, options.dry_run, options.output == "-");
  HistoryOnDemand history(context);
  bool any = false;
  for (const auto& name : options.files) {
    try {
      const auto file = import_file(context, history, name, options);
      any = any || !file.result.decks.empty();
      reports.add(file);
    } catch (const UsageError&) {
      reports.finish();
      throw;
    } catch (const Error& error) {
      reports.add_failure(name, error.what());
      reports.finish();
      throw;
    }
  }
  reports.finish();
  return any ? done : invalid_input;
}

}  // namespace

void add_import(Command app, Action& action) {
  auto command = app.add_command("import", "Make decks of other programs' files and documents");
  auto options = std::make_shared<ImportOptions>();
  command.add_option("file", options->files, "Files to import").required();
  command
      .add_option("--format", options->format,
                  fmt::format("{} (default: by the file)", fmt::join(import_format_names(), ", ")))
      .one_of(import_format_names());
  command.add_option("-o,--output", options->output,
                     "Deck file or folder to write (default: your decks; -: "
                     "standard output)");
  command.add_flag("--dry-run", options->dry_run, "Show what would be taken, write nothing");
  command.add_flag("--replace", options->replace, "Replace decks that are there already");
  command.add_flag("--no-history", options->no_history, "Leave out the reviews of the cards");
  command.add_flag("--parameters", options->parameters,
                   "Take over the FSRS parameters in the file as your own");
  command.add_flag("--json", options->json, "As JSON");
  on_call(command, action, options, run_import);
}

}  // namespace pith::cli
