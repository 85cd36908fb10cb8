// pith check: what is wrong with decks, and what makes them unfair; their samples are graded.
#include <algorithm>
#include <fstream>
#include <ostream>
#include <tuple>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "cli/command.h"
#include "cli/decks.h"
#include "cli/diagnosis.h"
#include "cli/history_file.h"
#include "cli/listing.h"
#include "grading/fairness.h"
#include "history/proposals.h"

namespace pith::cli {
namespace {

using deck::Diagnostic;
using deck::Diagnostics;
using deck::Severity;
using Json = nlohmann::ordered_json;

struct Options {
  std::vector<std::string> paths;
  bool json = false;
};

struct Counts {
  std::size_t decks = 0;
  std::size_t items = 0;
  std::size_t points = 0;
};

Counts count(const deck::Collection& collection) {
  Counts counts;
  for (const auto& deck : collection.decks) {
    ++counts.decks;
    counts.items += deck.items.size();
    for (const auto& item : deck.items) {
      counts.points += item.points.size();
    }
  }
  return counts;
}

/// Puts the line of the file to each complaint that comes without it.
void add_source_lines(const std::string& file, Diagnostics& diagnostics) {
  std::ifstream stream(file);
  std::vector<std::string> lines;
  for (std::string line; !diagnostics.empty() && std::getline(stream, line);) {
    lines.push_back(std::move(line));
  }
  for (auto& diagnostic : diagnostics) {
    if (diagnostic.at.line > 0 && diagnostic.at.line <= lines.size()) {
      diagnostic.source_line = lines[diagnostic.at.line - 1];
    }
  }
}

/// Items and points that are new while something like them, with history, has vanished.
Diagnostics lost_histories(const history::History& history, const deck::Deck& deck) {
  Diagnostics found;
  for (const auto& pair : history::proposals(history, deck)) {
    const auto item = std::ranges::find(deck.items, pair.to.item, &deck::Item::id);
    const auto point = std::ranges::find(item->points, pair.to.point, &deck::Point::id);
    const bool whole = point == item->points.end();
    const auto& gone = whole ? pair.from.item : pair.from.point;
    found.push_back({Severity::warning, deck.path, whole ? item->at : point->at,
                     fmt::format("'{}' was answered before and is gone; is it this one, reworded?",
                                 pair.from_wording.empty() ? gone : pair.from_wording),
                     fmt::format("join them with `pith relink`, or write `was: {}` here", gone),
                     ""});
  }
  return found;
}

/// Everything there is to say, file by file.
Diagnostics examine(const deck::Collection& collection, const history::History& history) {
  auto all = collection.diagnostics;
  for (const auto& deck : collection.decks) {
    auto found = grading::failed_samples(deck);
    for (const auto& more : {grading::unfair_points(deck), lost_histories(history, deck)}) {
      found.insert(found.end(), more.begin(), more.end());
    }
    add_source_lines(deck.path, found);
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

ExitStatus run_check(Context& context, const Options& options) {
  const std::vector<std::filesystem::path> paths(options.paths.begin(), options.paths.end());
  const auto collection = paths.empty() ? load_decks(context) : deck::load_collection(paths);
  const history::History history(history_file(context), {.read_only = true});
  const auto diagnostics = examine(collection, history);
  const auto counts = count(collection);
  if (options.json) {
    const Json report = {{"decks", counts.decks},
                         {"items", counts.items},
                         {"points", counts.points},
                         {"errors", to_json(diagnostics, Severity::error)},
                         {"warnings", to_json(diagnostics, Severity::warning)}};
    context.out << report.dump() << '\n';
  } else {
    for (const auto& diagnostic : diagnostics) {
      context.out << describe(diagnostic, context.screen.columns);
    }
    context.out << fmt::format("{}, {}, {}: {}, {}\n", plural(counts.decks, "deck"),
                               plural(counts.items, "item"), plural(counts.points, "point"),
                               plural(count(diagnostics, Severity::error), "error"),
                               plural(count(diagnostics, Severity::warning), "warning"));
  }
  return deck::has_error(diagnostics) ? invalid_input : done;
}

}  // namespace

void add_check(CLI::App& app, Action& action) {
  auto* command = app.add_subcommand(
      "check", "Validate decks: mistakes with their place, samples graded, unfair points named");
  auto options = std::make_shared<Options>();
  command->add_option("path", options->paths, "Deck files and folders (default: your decks)");
  command->add_flag("--json", options->json, "As one JSON object");
  on_call(command, action, options, run_check);
}

}  // namespace pith::cli
