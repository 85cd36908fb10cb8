// pith fmt: lays deck files out canonically, and writes ids into them.
#include <algorithm>
#include <ostream>

#include <fmt/format.h>

#include "base/error.h"
#include "base/read_all.h"
#include "cli/command.h"
#include "cli/decks/decks.h"
#include "cli/decks/diagnosis.h"
#include "cli/files/replace_file.h"
#include "cli/pager.h"
#include "cli/printable.h"
#include "cli/tell.h"
#include "deck/editing/id_writer.h"
#include "deck/editing/layout.h"
#include "deck/reading/reader.h"
#include "report/json.h"
#include "text/display.h"
#include "text/line_diff.h"

namespace pith::cli {
namespace {

using base::Json;

struct FmtOptions {
  std::vector<std::string> paths;
  bool ids = false;
  bool check = false;
  bool diff = false;
  bool json = false;
};

/// A deck file before and after.
struct Layout {
  std::string path;
  std::string before;
  std::string after;

  [[nodiscard]] bool changed() const { return before != after; }
};

std::string laid_out(const std::string& text, const FmtOptions& options) {
  return deck::laid_out(options.ids ? deck::with_item_ids(text) : text);
}

/// The deck files that are meant, each laid out. What cannot be is told of, and `refused` set.
std::vector<Layout> lay_out(Context& context, const FmtOptions& options, bool& refused) {
  const std::vector<std::filesystem::path> paths(options.paths.begin(), options.paths.end());
  const auto collection = paths.empty() ? load_decks(context) : deck::load_collection(paths);
  std::vector<Layout> layouts;
  for (const auto& deck : collection.decks) {
    if (paths.empty()) {
      require_own(context, deck);
    }
    try {
      auto before = read_file(deck.path);
      auto after = laid_out(before, options);
      layouts.push_back({deck.path, std::move(before), std::move(after)});
    } catch (const InvalidInput& error) {
      refused = true;
      tell(context,
           context.tr.format("{}: {}", one_line(deck.path), context.tr.sentence(error.what())));
    }
  }
  warn_of_errors(context, collection.diagnostics);
  warn_of_passed_over(context, collection.passed_over);
  refused = refused || deck::has_error(collection.diagnostics);
  return layouts;
}

void print(Context& context, const std::vector<Layout>& layouts, const FmtOptions& options) {
  const auto changed = static_cast<std::size_t>(std::count_if(
      layouts.begin(), layouts.end(), [](const auto& each) { return each.changed(); }));
  for (const auto& layout : layouts) {
    if (options.diff) {
      context.out << text::sanitise(
          text::unified_diff(layout.before, layout.after, one_line(layout.path)));
    } else if (layout.changed()) {
      context.out << one_line(layout.path) << '\n';
    }
  }
  const auto decks = context.tr.count(changed, "deck");
  const auto others = layouts.size() - changed;
  tell(context, options.check || options.diff
                    ? context.tr.format("{} to be laid out, {} already in order", decks, others)
                    : context.tr.format("{} laid out, {} already in order", decks, others));
}

Json to_json(const std::vector<Layout>& layouts, bool written) {
  Json files = Json::array();
  for (const auto& layout : layouts) {
    files.push_back({{"file", text::sanitise(layout.path)}, {"changed", layout.changed()}});
  }
  return {{"files", std::move(files)}, {"written", written}};
}

/// Throws InvalidInput with the first mistake of a deck on standard input, which `pith check`
/// cannot look at.
void require_sound(const Context& context, const std::string& text) {
  const auto read = deck::read_deck(text, "stdin.yaml");
  const auto error =
      std::ranges::find(read.diagnostics, deck::Severity::error, &deck::Diagnostic::severity);
  if (error != read.diagnostics.end()) {
    throw InvalidInput(headline(*error, context.tr));
  }
}

/// Standard input to standard output, for editors.
ExitStatus filter(Context& context, const FmtOptions& options) {
  const auto piped = base::read_all(context.in, deck::kLargestDeckFile);
  if (!piped) {
    throw InvalidInput(
        fmt::format("{} is larger than {} MB", "stdin.yaml", deck::kLargestDeckFile >> 20U));
  }
  const auto& before = *piped;
  require_sound(context, before);
  const auto after = laid_out(before, options);
  if (options.json) {
    context.out << report::line(to_json({{"-", before, after}}, false)) << '\n';
  } else if (options.diff) {
    context.out << text::sanitise(text::unified_diff(before, after, "-"));
  } else if (!options.check) {
    print_file(context, after);
  }
  return options.check && before != after ? below_pass_mark : done;
}

/// Writes what changed. Goes on behind a file that cannot be written, which is taken out; the first
/// such failure, and the others are told of.
std::optional<StorageError> write_all(const Context& context, std::vector<Layout>& layouts) {
  std::optional<StorageError> first;
  std::erase_if(layouts, [&](const Layout& layout) {
    try {
      if (layout.changed()) {
        replace_file(layout.path, layout.before, layout.after);
      }
      return false;
    } catch (const StorageError& error) {
      if (first) {
        tell(context, one_line(context.tr.sentence(error.what())));
      } else {
        first = error;
      }
      return true;
    }
  });
  return first;
}

ExitStatus run_fmt(Context& context, const FmtOptions& options) {
  if (std::ranges::find(options.paths, "-") != options.paths.end()) {
    if (options.paths.size() > 1) {
      throw UsageError("- stands alone: name files, or pipe one deck through");
    }
    if (options.json && !options.check) {
      throw UsageError("with - the deck itself goes to standard output: add --check to --json");
    }
    return filter(context, options);
  }
  bool refused = false;
  auto layouts = lay_out(context, options, refused);
  const bool writes = !options.check && !options.diff;
  const bool changed = std::ranges::any_of(layouts, &Layout::changed);
  const auto failure = writes ? write_all(context, layouts) : std::nullopt;
  if (options.json) {
    context.out << report::line(to_json(layouts, writes)) << '\n';
  } else if (!layouts.empty() || !refused) {
    print(context, layouts, options);
  }
  if (failure) {
    throw StorageError(*failure);
  }
  return refused ? invalid_input : options.check && changed ? below_pass_mark : done;
}

}  // namespace

void add_fmt(Command app, Action& action) {
  auto command = app.add_command(
      "fmt", "Lay deck files out canonically: comments, keys and line breaks stay as they are");
  auto options = std::make_shared<FmtOptions>();
  command.add_option("path", options->paths,
                     "Deck files and folders (default: your decks); - reads stdin, writes stdout");
  command.add_flag("--ids", options->ids, "Write the id of every item that has none");
  command.add_flag("--check", options->check, "Write nothing; exit 1 if a file would change");
  command.add_flag("--diff", options->diff, "Write nothing; show what would change");
  command.add_flag("--json", options->json, "As one JSON object");
  on_call(command, action, options, run_fmt);
}

}  // namespace pith::cli
