// pith check: what is wrong with decks, and what makes them unfair; their samples are graded.
#include <algorithm>
#include <functional>
#include <iterator>
#include <optional>
#include <ostream>
#include <tuple>

#include <fmt/format.h>

#include "base/error.h"
#include "base/parallel.h"
#include "base/to_translate.h"
#include "cli/at_terminal.h"
#include "cli/authoring/lost_history.h"
#include "cli/authoring/watch.h"
#include "cli/command.h"
#include "cli/decks/decks.h"
#include "cli/decks/diagnosis.h"
#include "cli/decks/source_lines.h"
#include "cli/progress_bar.h"
#include "cli/tell.h"
#include "deck/selector.h"
#include "grading/fairness.h"
#include "report/json.h"
#include "text/display.h"
#include "text/similar.h"

namespace pith::cli {
namespace {

using base::Json;
using deck::Diagnostic;
using deck::Diagnostics;
using deck::Severity;

struct CheckOptions {
  std::vector<std::string> paths;
  bool watch = false;
  bool json = false;
};

struct FindingCounts {
  std::size_t decks = 0;
  std::size_t items = 0;
  std::size_t points = 0;
};

FindingCounts count(const deck::Collection& collection) {
  FindingCounts counts;
  for (const auto& deck : collection.decks) {
    ++counts.decks;
    counts.items += deck.items.size();
    for (const auto& item : deck.items) {
      counts.points += item.points.size();
    }
  }
  return counts;
}

/// What grading says of each deck; `step` is called after each.
std::vector<Diagnostics> judge(const std::vector<deck::Deck>& decks,
                               const std::function<void()>& step) {
  std::vector<Diagnostics> judged(decks.size());
  base::in_parallel(
      decks.size(),
      [&](std::size_t i) {
        judged[i] = grading::failed_samples(decks[i]);
        const auto unfair = grading::unfair_points(decks[i]);
        judged[i].insert(judged[i].end(), unfair.begin(), unfair.end());
      },
      [&](std::size_t, std::size_t) { step(); });
  return judged;
}

/// Decks are checked all the same where the history cannot be read.
Diagnostics lost_if_readable(Context& context, const deck::Collection& collection, bool all_decks) {
  try {
    return lost_histories(context, collection, all_decks);
  } catch (const StorageError& problem) {
    tell(context, context.tr.format("pith: histories that edits left behind cannot be proposed: {}",
                                    context.tr.sentence(problem.what())));
    return {};
  }
}

/// A mistake that only shows beside other files has no line yet.
void add_lines_of_files(Diagnostics& diagnostics) {
  for (auto& diagnostic : diagnostics) {
    if (diagnostic.at.line > 0 && diagnostic.source_line.empty()) {
      Diagnostics alone = {diagnostic};
      add_source_lines(alone, diagnostic.file);
      diagnostic = std::move(alone.front());
    }
  }
}

/// Everything there is to say, file by file.
Diagnostics examine(Context& context, const deck::Collection& collection, bool all_decks) {
  auto all = collection.diagnostics;
  add_lines_of_files(all);
  all.insert(all.end(), collection.passed_over.begin(), collection.passed_over.end());
  const auto lost = lost_if_readable(context, collection, all_decks);
  ProgressBar progress(context, context.tr("decks examined"), collection.decks.size());
  const auto judged = judge(collection.decks, [&] { progress.step(); });
  for (std::size_t i = 0; i < judged.size(); ++i) {
    const auto& deck = collection.decks[i];
    auto found = judged[i];
    std::ranges::copy_if(lost, std::back_inserter(found),
                         [&](const Diagnostic& each) { return each.file == deck.path; });
    add_source_lines(found, deck.path);
    all.insert(all.end(), found.begin(), found.end());
  }
  std::stable_sort(all.begin(), all.end(), [](const Diagnostic& a, const Diagnostic& b) {
    return std::tie(a.file, a.at.line, a.at.column) < std::tie(b.file, b.at.line, b.at.column);
  });
  return all;
}

std::size_t count(const Diagnostics& diagnostics, Severity severity) {
  return static_cast<std::size_t>(
      std::count_if(diagnostics.begin(), diagnostics.end(),
                    [&](const Diagnostic& each) { return each.severity == severity; }));
}

Json to_json(const Diagnostics& diagnostics, Severity severity) {
  auto list = Json::array();
  for (const auto& each : diagnostics) {
    if (each.severity == severity) {
      list.push_back({{"file", each.file},
                      {"line", std::max<std::size_t>(each.at.line, 1)},
                      {"column", std::max<std::size_t>(each.at.column, 1)},
                      {"message", each.message},
                      {"hint", each.hint}});
    }
  }
  return list;
}

/// What a person reads: every diagnostic, then how many things and mistakes there are.
std::string in_words(const Diagnostics& diagnostics, const FindingCounts& counts,
                     const Context& context) {
  const auto& tr = context.tr;
  std::string words;
  for (const auto& diagnostic : diagnostics) {
    words += describe(diagnostic, context.screen.columns, tr);
  }
  return words +
         tr.format("{}, {}, {}: {}, {}", tr.count(counts.decks, "deck"),
                   tr.count(counts.items, "item"), tr.count(counts.points, "point"),
                   tr.count(count(diagnostics, Severity::error), "error"),
                   tr.count(count(diagnostics, Severity::warning), "warning")) +
         '\n';
}

/// The file of a deck by its id, or of a broken one that is called so.
std::optional<std::filesystem::path> file_of(const deck::CollectionIndex& index,
                                             const std::string& id) {
  if (const auto place = index.find(id)) {
    return index.decks()[*place].path;
  }
  const auto errors = index.errors();
  const auto broken = std::ranges::find_if(
      errors, [&](const Diagnostic& error) { return is_file_of(error.file, id); });
  return broken != errors.end() ? std::optional<std::filesystem::path>(broken->file) : std::nullopt;
}

bool is_absent(const std::filesystem::path& path) {
  std::error_code error;
  return !std::filesystem::exists(path, error);
}

/// The files and folders that are meant; a deck's id is its file.
std::vector<std::filesystem::path> paths_meant(const Context& context,
                                               const CheckOptions& options) {
  std::vector<std::filesystem::path> paths(options.paths.begin(), options.paths.end());
  if (std::ranges::any_of(paths, is_absent)) {
    const auto index = index_decks(context);
    for (auto& path : paths) {
      path = is_absent(path) ? file_of(index, path.string()).value_or(path) : path;
    }
  }
  return paths;
}

/// Where a word is neither a file nor a deck's id: the id that may be meant.
void name_nearest_ids(const Context& context, Diagnostics& diagnostics) {
  std::vector<std::string> ids;
  for (auto& diagnostic : diagnostics) {
    if (!is_absent(diagnostic.file) || deck::as_path(diagnostic.file)) {
      continue;
    }
    if (ids.empty()) {
      const auto index = index_decks(context);
      for (const auto& deck : index.decks()) {
        ids.emplace_back(deck.id);
      }
    }
    const auto meant = text::nearest(diagnostic.file, ids);
    diagnostic.hint = meant ? fmt::format("did you mean '{}'?", *meant)
                            : std::string(base::to_translate(
                                  "no deck has this id either: `pith list` shows what there is"));
  }
}

ExitStatus check_once(Context& context, const CheckOptions& options) {
  const auto paths = paths_meant(context, options);
  const auto collection = paths.empty() ? load_decks(context) : load_decks(context, paths);
  auto diagnostics = examine(context, collection, paths.empty());
  name_nearest_ids(context, diagnostics);
  const auto counts = count(collection);
  if (options.json) {
    const Json report = {{"decks", counts.decks},
                         {"items", counts.items},
                         {"points", counts.points},
                         {"errors", to_json(diagnostics, Severity::error)},
                         {"warnings", to_json(diagnostics, Severity::warning)}};
    context.out << report::line(report) << '\n';
  } else {
    context.out << fitted(context.screen, in_words(diagnostics, counts, context));
  }
  return deck::has_error(diagnostics) ? invalid_input : done;
}

/// What is looked at again and again: what is meant, else where the learner's decks are.
std::vector<std::filesystem::path> watched(const Context& context, const CheckOptions& options) {
  if (!options.paths.empty()) {
    return paths_meant(context, options);
  }
  std::vector paths = {own_deck_folder(context)};
  for (const auto& deck : load_decks(context).decks) {
    paths.emplace_back(deck.path);
  }
  return paths;
}

ExitStatus run_check(Context& context, const CheckOptions& options) {
  if (!options.watch) {
    return check_once(context, options);
  }
  watch(watched(context, options), [&] {
    (void)check_once(context, options);
    return static_cast<bool>(context.out << std::flush);
  });
  return storage;  // nobody reads any more
}

}  // namespace

void add_check(Command app, Action& action) {
  auto command = app.add_command(
      "check", "Validate decks: mistakes with their place, samples graded, unfair points named");
  auto options = std::make_shared<CheckOptions>();
  command.add_option("path", options->paths, "Decks by file, folder or id (default: your decks)");
  command.add_flag("--watch", options->watch, "Check again whenever a file changes, until Ctrl-C");
  command.add_flag("--json", options->json, "As one JSON object");
  on_call(command, action, options, run_check);
}

}  // namespace pith::cli
