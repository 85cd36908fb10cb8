// pith import: decks from other programs and documents.
#include <algorithm>
#include <filesystem>
#include <memory>
#include <set>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "base/error.h"
#include "base/mapped_file.h"
#include "cli/command.h"
#include "cli/decks/decks.h"
#include "cli/exchange/import_history.h"
#include "cli/exchange/import_report.h"
#include "cli/exchange/import_source.h"
#include "cli/exchange/import_target.h"
#include "cli/pager.h"
#include "cli/printable.h"
#include "cli/tell.h"

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

/// Says in `file` what would come of it.
void try_to_place(ImportRun& run, ImportedFile& file, const StandingDecks& standing) {
  const auto& target = run.options.target;
  try {
    require_room(run.context, file.result.decks, standing, target);
  } catch (const DeckInTheWay& error) {
    file.in_the_way = error.what();
  }
  if (target.replace) {
    compare_with_replaced(run.context, file, target);
  }
}

void put_in_place(ImportRun& run, ImportedFile& file, const StandingDecks& standing) {
  const auto& options = run.options;
  auto& result = file.result;
  // The decks last of what may fail: once they are there, a second try is refused.
  require_room(run.context, result.decks, standing, options.target);
  file.reviews = options.no_history ? 0 : take_reviews(run.context, run.history, result);
  if (options.parameters) {
    adopt_parameters(run.context, run.history, result);
  }
  write_decks(run.context, file, options.target);
  file.media = write_media(result, fs::path(file.paths[0]).parent_path());
}

/// Puts the decks, with what came along, where they belong.
void place(ImportRun& run, ImportedFile& file) {
  const auto& target = run.options.target;
  auto& result = file.result;
  const StandingDecks standing(run.context, target, result.decks);
  settle_ids(result, run.made, standing, target);
  if (target.output == "-") {
    for (const auto& deck : result.decks) {
      print_file(run.context, yaml_of(deck, "-"));
    }
  } else if (run.options.dry_run) {
    try_to_place(run, file, standing);
  } else if (!result.decks.empty()) {
    put_in_place(run, file, standing);
  }
}

ImportedFile import_file(ImportRun& run, const std::string& name) {
  const auto& format = run.options.format;
  if (name == "-") {
    const auto piped = read_input(run.context.in);
    auto file = taken_from_input(piped, format);
    place(run, file);
    return file;
  }
  require_content(name);
  const base::MappedFile mapped(name);
  auto file = taken_from({name, mapped.bytes()}, format, own_deck_folder(run.context));
  place(run, file);
  return file;
}

/// Says why the decks of a file have no room beside others. Throws if that file is all that was
/// asked for.
void refuse(ImportRun& run, const std::string& name, const std::string& reason) {
  if (run.options.files.size() == 1) {
    throw DeckInTheWay(reason);
  }
  const auto& tr = run.context.tr;
  run.in_the_way = true;
  tell(run.context,
       one_line(tr.format("{}: ", name)) + tr("not taken: ") + one_line(tr.sentence(reason)));
}

/// Takes the file in, or says why its decks have no room beside others. Throws if it cannot be
/// taken at all, or if that is all that was asked for.
void import_one(ImportRun& run, const std::string& name) {
  ImportedFile file;
  try {
    file = import_file(run, name);
  } catch (const DeckInTheWay& error) {
    refuse(run, name, error.what());
    run.reports.add_failure(name, error.what());
    return;
  } catch (const UsageError&) {
    throw;
  } catch (const Error& error) {
    run.reports.add_failure(name == "-" ? "stdin" : name, error.what());
    throw;
  }
  run.any = run.any || !file.result.decks.empty();
  run.reports.add(file);
  if (!file.in_the_way.empty()) {
    refuse(run, name, file.in_the_way);
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
