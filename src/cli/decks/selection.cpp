#include "cli/decks/selection.h"

#include <algorithm>
#include <system_error>
#include <unordered_set>

#include <fmt/format.h>

#include "base/below.h"
#include "base/error.h"
#include "cli/decks/decks.h"
#include "cli/decks/diagnosis.h"
#include "cli/decks/left_aside.h"
#include "cli/settings/small_file.h"
#include "deck/find_deck.h"
#include "deck/selector.h"
#include "session/practice.h"

namespace pith::cli {
namespace {

namespace fs = std::filesystem;

/// Adds the decks of `more` whose ids are not taken.
void add_missing(deck::Collection& collection, deck::Collection more) {
  for (auto& deck : more.decks) {
    if (std::none_of(collection.decks.begin(), collection.decks.end(),
                     [&](const deck::Deck& other) { return other.id == deck.id; })) {
      collection.decks.push_back(std::move(deck));
    }
  }
  collection.diagnostics.insert(collection.diagnostics.end(), more.diagnostics.begin(),
                                more.diagnostics.end());
  collection.passed_over.insert(collection.passed_over.end(), more.passed_over.begin(),
                                more.passed_over.end());
}

deck::Collection load_for(const Context& context, const std::vector<std::string>& selectors) {
  std::vector<fs::path> paths;
  for (const auto& selector : selectors) {
    if (const auto path = deck::as_path(selector)) {
      paths.push_back(path->path);
    }
  }
  auto collection = load_decks(context, paths);
  if (paths.empty() || paths.size() < selectors.size()) {
    add_missing(collection, load_decks(context));
  }
  return collection;
}

/// The selectors, with `./` before each that means nothing in the collection but is on the disk.
std::vector<std::string> with_paths_marked(const deck::Collection& collection,
                                           std::span<const std::string> selectors) {
  std::vector<std::string> marked(selectors.begin(), selectors.end());
  for (auto& selector : marked) {
    std::error_code error;
    const bool named = deck::find_deck(collection.decks, selector) != nullptr;
    if (!named && !deck::as_path(selector) && deck::find_item(collection, selector) == nullptr &&
        fs::exists(selector, error)) {
      selector.insert(0, "./");
    }
  }
  return marked;
}

/// Throws for a deck with the slash behind which an item has to follow, as the Tab key leaves it.
void require_item_behind_slash(const Context& context, const std::string& selector) {
  std::error_code error;
  if (!selector.ends_with('/') || fs::exists(selector, error)) {
    return;
  }
  const auto deck = selector.substr(0, selector.size() - 1);
  if (index_decks(context).find(deck)) {
    throw UsageError(fmt::format("an item has to follow '{}/', or leave the slash out", deck));
  }
}

/// Throws if a selector means a deck that came with pith, which is left aside while there are own
/// ones.
void require_not_aside(const Context& context, const deck::Collection& collection,
                       const std::string& selector) {
  const auto id = selector.substr(0, selector.find('/'));
  const bool known = deck::find_deck(collection.decks, id) != nullptr;
  if (known || deck::as_path(selector) || !context.options.decks.empty()) {
    return;
  }
  const auto shipped = index_shipped(context);
  if (const auto place = shipped.find(id)) {
    throw deck::UnknownSelector(selector, left_aside(context, shipped.decks()[*place]));
  }
}

/// Whether a file that is no deck has what every practice has.
bool is_practice(const fs::path& file) {
  const auto bytes = '\n' + read_small_file(file, session::kLargestPractice).value_or("");
  return bytes.find("\npractice:") != bytes.npos && bytes.find("\nitems:") == bytes.npos;
}

/// Throws if the deck that a selector names could not be read: its file is the one named, or is
/// called as the deck is.
void require_sound(const deck::Collection& collection, const std::string& selector,
                   const text::Messages& tr) {
  const auto path = deck::as_path(selector);
  const auto id = selector.substr(0, selector.find('/'));
  const bool known = deck::find_deck(collection.decks, id) != nullptr;
  std::string all;
  for (const auto& diagnostic : collection.diagnostics) {
    const fs::path file(diagnostic.file);
    const bool meant = path ? file == path->path : !known && is_file_of(file, id);
    if (meant && diagnostic.severity == deck::Severity::error) {
      all += (all.empty() ? "" : "\n") + headline(diagnostic, tr);
    }
  }
  if (!all.empty() && path && is_practice(path->path)) {
    throw InvalidInput(
        fmt::format("{0} is a practice, not a deck: `pith run {0}` asks it", path->path.string()));
  }
  if (!all.empty()) {
    throw InvalidInput(all);
  }
}

/// Throws if a selector means a folder of which no deck could be read.
void require_any_sound(Context& context, const deck::Collection& collection,
                       const std::string& selector) {
  const auto path = deck::as_path(selector);
  std::error_code error;
  if (!path || !fs::is_directory(path->path, error)) {
    return;
  }
  const auto folder = fs::weakly_canonical(path->path, error);
  const auto in_folder = [&](const std::string& file) {
    return base::is_below(fs::weakly_canonical(file, error), folder);
  };
  const bool broken = std::ranges::any_of(collection.diagnostics, [&](const auto& diagnostic) {
    return diagnostic.severity == deck::Severity::error && in_folder(diagnostic.file);
  });
  if (broken && std::ranges::none_of(collection.decks, in_folder, &deck::Deck::path)) {
    warn_of_errors(context, collection.diagnostics);
    throw InvalidInput(
        fmt::format("no deck in '{}' can be read", path->path.lexically_normal().string()));
  }
}

}  // namespace

void take_selectors(Command command, std::vector<std::string>& selectors) {
  command.add_option("selector", selectors,
                     "Deck, deck/item, tag:NAME, a glob of these, or a path (default: all)");
}

Selection select_items(Context& context, std::span<const std::string> given) {
  const std::vector<std::string> selectors(given.begin(), given.end());
  for (const auto& selector : selectors) {
    require_item_behind_slash(context, selector);
  }
  Selection selection;
  selection.collection = load_for(context, selectors);
  if (const auto marked = with_paths_marked(selection.collection, selectors); marked != selectors) {
    return select_items(context, marked);
  }
  for (const auto& selector : selectors) {
    require_sound(selection.collection, selector, context.tr);
    require_any_sound(context, selection.collection, selector);
    require_not_aside(context, selection.collection, selector);
  }
  warn_of_errors(context, selection.collection.diagnostics);
  warn_of_passed_over(context, selection.collection.passed_over);
  if (selectors.empty()) {
    warn_of_nothing(context, !selection.collection.decks.empty() ||
                                 deck::has_error(selection.collection.diagnostics));
  }
  selection.items = deck::select(selection.collection, selectors);
  return selection;
}

Selection select_item(Context& context, const std::string& selector) {
  return select_each(context, std::span(&selector, 1));
}

Selection select_each(Context& context, std::span<const std::string> selectors) {
  auto selection = select_items(context, selectors);
  selection.items.clear();
  for (const auto& selector : with_paths_marked(selection.collection, selectors)) {
    const auto meant = deck::select(selection.collection, std::span(&selector, 1));
    if (meant.size() > 1) {
      throw UsageError(fmt::format("'{}' means {} items: name one, such as {}", selector,
                                   meant.size(), deck::full_id(*meant[0])));
    }
    if (std::ranges::find(selection.items, meant[0]) == selection.items.end()) {
      selection.items.push_back(meant[0]);
    }
  }
  return selection;
}

std::vector<const deck::Item*> in_order_named(const Selection& selection,
                                              std::span<const std::string> selectors) {
  if (selectors.size() < 2) {
    return selection.items;
  }
  std::vector<const deck::Item*> items;
  std::unordered_set<const deck::Item*> named;
  for (const auto& selector : with_paths_marked(selection.collection, selectors)) {
    for (const auto* item : deck::select(selection.collection, std::span(&selector, 1))) {
      if (named.insert(item).second) {
        items.push_back(item);
      }
    }
  }
  return items;
}

}  // namespace pith::cli
