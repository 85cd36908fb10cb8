// pith import: decks from other programs and documents.
#include <algorithm>
#include <filesystem>
#include <memory>
#include <set>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "base/error.h"
#include "base/mapped_file.h"
#include "base/read_all.h"
#include "cli/command.h"
#include "cli/decks/decks.h"
#include "cli/exchange/import_hints.h"
#include "cli/exchange/import_history.h"
#include "cli/exchange/import_report.h"
#include "cli/exchange/import_target.h"
#include "cli/pager.h"
#include "cli/printable.h"
#include "cli/tell.h"
#include "deck/reading/reader.h"
#include "exchange/formats.h"
#include "exchange/source_text.h"
#include "text/display.h"

namespace pith::cli {
namespace {

namespace fs = std::filesystem;

struct ImportOptions {
  std::vector<std::string> files;
  std::string format;
  ImportTarget target;
  bool dry_run = false;
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

/// That of standard input, which has no name to tell: what any text could be must be named.
const exchange::ImportFormat& format_of_input(const exchange::SourceFile& input,
                                              const ImportOptions& options) {
  const auto* format = options.format.empty() ? exchange::import_format_of(input)
                                              : exchange::import_format_named(options.format);
  if (format == nullptr || (options.format.empty() && format->name == "markdown")) {
    throw UsageError(
        fmt::format("standard input has no name that tells its format; name it with --format: {}",
                    fmt::join(import_format_names(), ", ")));
  }
  return *format;
}

const exchange::ImportFormat& format_for(const exchange::SourceFile& file,
                                         const ImportOptions& options, const fs::path& folder) {
  const auto* format = options.format.empty() ? exchange::import_format_of(file)
                                              : exchange::import_format_named(options.format);
  if (format == nullptr) {
    if (const auto read = deck::read_deck(std::string(file.bytes), file.name); read.deck) {
      throw UsageError(advice_on_deck(*read.deck, file.name, folder));
    }
  }
  if (format == nullptr) {
    throw UsageError(fmt::format("'{}' is of no format that pith knows; name one with --format: {}",
                                 text::sanitise(file.name),
                                 fmt::join(import_format_names(), ", ")));
  }
  return *format;
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

/// What one call did so far.
struct ImportRun {
  Context& context;
  const ImportOptions& options;
  ImportReports reports;
  HistoryOnDemand history;
  std::set<std::string> made{};  ///< Ids of decks.
  bool any = false;
  bool in_the_way = false;  ///< A deck of some file could not go where another is.
};

/// Puts the decks, with what came along, where they belong.
void place(ImportRun& run, ImportedFile& file) {
  const auto& options = run.options;
  auto& result = file.result;
  settle_ids(result, run.made, options.target);
  if (options.target.output == "-") {
    for (const auto& deck : result.decks) {
      print_file(run.context, yaml_of(deck, "-"));
    }
  } else if (options.dry_run && options.target.replace) {
    compare_with_replaced(run.context, file, options.target);
  } else if (!options.dry_run && !result.decks.empty()) {
    // The decks last of what may fail: once they are there, a second try is refused.
    require_room(run.context, result.decks, options.target);
    file.reviews = options.no_history ? 0 : take_reviews(run.context, run.history, result);
    if (options.parameters) {
      adopt_parameters(run.context, run.history, result);
    }
    write_decks(run.context, file, options.target);
    file.media = write_media(result, fs::path(file.paths[0]).parent_path());
  }
}

ImportedFile read_source(const exchange::SourceFile& source, const exchange::ImportFormat& format) {
  ImportedFile file{source.name, std::string(format.name), format.read(source), {}, 0, 0};
  if (file.result.decks.empty() && file.result.left_out.empty()) {
    file.result.left_out.push_back({0, {}, "it holds no question with an answer", {}});
  }
  return file;
}

/// Standard input under a name that leaves its format to its look.
ImportedFile import_input(ImportRun& run) {
  const auto piped = base::read_all(run.context.in, exchange::kLargestText);
  if (!piped) {
    throw InvalidInput(
        fmt::format("'{}' is larger than {} MB; split it", "stdin", exchange::kLargestText >> 20U));
  }
  if (piped->empty()) {
    throw InvalidInput(fmt::format("'{}' is empty", "stdin"));
  }
  const exchange::SourceFile source{"stdin.txt", *piped};
  auto file = read_source(source, format_of_input(source, run.options));
  file.name = "stdin";
  place(run, file);
  return file;
}

ImportedFile import_file(ImportRun& run, const std::string& name) {
  if (name == "-") {
    return import_input(run);
  }
  require_content(name);
  const base::MappedFile mapped(name);
  const exchange::SourceFile source{name, mapped.bytes()};
  auto file = read_source(source, format_for(source, run.options, own_deck_folder(run.context)));
  if (file.result.decks.empty() && run.options.format.empty()) {
    file.as_table = items_as_table(source);
  }
  place(run, file);
  return file;
}

/// Takes the file in, or says why its decks have no room beside others. Throws if it cannot be
/// taken at all, or if that is all that was asked for.
void import_one(ImportRun& run, const std::string& name) {
  try {
    const auto file = import_file(run, name);
    run.any = run.any || !file.result.decks.empty();
    run.reports.add(file);
  } catch (const DeckInTheWay& error) {
    if (run.options.files.size() == 1) {
      throw;
    }
    const auto& tr = run.context.tr;
    run.in_the_way = true;
    run.reports.add_failure(name, error.what());
    tell(run.context, one_line(tr.format("{}: ", name)) + tr("not taken: ") +
                          one_line(tr.sentence(error.what())));
  } catch (const UsageError&) {
    throw;
  } catch (const Error& error) {
    run.reports.add_failure(name, error.what());
    throw;
  }
}

/// Says how many files stand behind the one that cannot be taken.
void tell_of_rest(const ImportRun& run, const std::string& failed, std::size_t rest) {
  if (rest > 0) {
    const auto& tr = run.context.tr;
    tell(run.context, tr.format("pith: not looked at, as '{}' cannot be taken: {}",
                                one_line(failed), tr.count(rest, "file")));
  }
}

ExitStatus run_import(Context& context, const ImportOptions& options) {
  if (options.files.size() > 1 && names_a_file(options.target)) {
    throw UsageError("several files need a folder: -o FOLDER/");
  }
  if (options.json && options.target.output == "-") {
    throw UsageError("--json and -o - both want standard output: name a file with -o");
  }
  ImportRun run{context, options,
                ImportReports(context, options.json, options.dry_run, options.target.output == "-"),
                HistoryOnDemand(context)};
  for (std::size_t i = 0; i < options.files.size(); ++i) {
    try {
      import_one(run, options.files[i]);
    } catch (const Error&) {
      run.reports.finish();
      tell_of_rest(run, options.files[i], options.files.size() - i - 1);
      throw;
    }
  }
  run.reports.finish();
  return run.in_the_way ? usage : run.any ? done : invalid_input;
}

}  // namespace

void add_import(Command app, Action& action) {
  auto command = app.add_command("import", "Make decks of other programs' files and documents");
  auto options = std::make_shared<ImportOptions>();
  command.add_option("file", options->files, "Files to import (-: standard input)").required();
  command
      .add_option("--format", options->format,
                  fmt::format("{} (default: by the file)", fmt::join(import_format_names(), ", ")))
      .one_of(import_format_names());
  command.add_option("-o,--output", options->target.output,
                     "Deck file or folder to write (default: your decks; -: "
                     "standard output)");
  command.add_flag("--dry-run", options->dry_run, "Show what would be taken, write nothing");
  command.add_flag("--replace", options->target.replace, "Replace decks that are there already");
  command.add_flag("--no-history", options->no_history, "Leave out the reviews of the cards");
  command.add_flag("--parameters", options->parameters,
                   "Take over the FSRS parameters in the file as your own");
  command.add_flag("--json", options->json, "As JSON");
  on_call(command, action, options, run_import);
}

}  // namespace pith::cli
