#include "cli/exchange/import_target.h"

#include <algorithm>
#include <filesystem>

#include <fmt/format.h>

#include "cli/decks/decks.h"
#include "cli/files/data_folder.h"
#include "cli/files/replace_file.h"
#include "deck/editing/deck_writer.h"
#include "deck/reading/reader.h"
#include "exchange/deck_name.h"

namespace pith::cli {
namespace {

namespace fs = std::filesystem;

void refuse_taken_id(const deck::Deck& other, bool alone) {
  if (alone) {
    throw DeckInTheWay(
        fmt::format("'{}' is already the id of the deck in {}: name another file "
                    "with -o NAME.yaml",
                    other.id, other.path));
  }
  throw DeckInTheWay(
      fmt::format("'{}' is already the id of the deck in {}: write them to a folder with "
                  "-o FOLDER/, and give it another id there",
                  other.id, other.path));
}

/// To replace it is proposed only where no other deck would be lost.
void refuse_taken_file(const fs::path& path, bool holds_earlier) {
  throw DeckInTheWay(
      holds_earlier
          ? fmt::format("'{}' is there already: --replace replaces it, -o NAME.yaml "
                        "names another file",
                        path.string())
          : fmt::format("'{}' is there already with something else in it: name another file "
                        "with -o NAME.yaml",
                        path.string()));
}

fs::path path_for(const Context& context, const deck::Deck& deck, const ImportTarget& target) {
  if (names_a_file(target)) {
    return target.output;
  }
  const fs::path folder =
      target.output.empty() ? own_deck_folder(context) : fs::path(target.output);
  return folder / (deck.id + ".yaml");
}

/// A folder that is named is made where the one above it is there: a path typed wrong makes none.
void require_folder(const Context& context, const fs::path& path, const ImportTarget& target) {
  if (!target.output.empty()) {
    check_folder_for(context, names_a_file(target) ? path : path.parent_path());
  }
}

}  // namespace

void require_room(const Context& context, const std::vector<deck::Deck>& decks,
                  const StandingDecks& standing, const ImportTarget& target) {
  for (const auto& deck : decks) {
    const auto path = path_for(context, deck, target);
    const auto* namesake = target.output.empty() ? standing.namesake(deck.id, path) : nullptr;
    if (namesake != nullptr) {
      refuse_taken_id(*namesake, decks.size() == 1);
    }
    require_ordinary(path);
    require_folder(context, path, target);
    if (fs::exists(path) && !target.replace) {
      refuse_taken_file(path, standing.holds_earlier(deck, path));
    }
  }
}

namespace {

/// Writes a deck where there is room for it; what it replaced.
std::optional<ReplacedDeck> write_deck_to(Context& context, const deck::Deck& deck,
                                          const fs::path& path, const ImportTarget& target) {
  const auto yaml = yaml_of(deck, path.string());
  if (target.replace && fs::exists(path)) {
    const auto before = read_file(path);
    auto replaced = replaced_deck(context, before, path.string(), deck);
    replace_file(path, before, yaml);
    return replaced;
  }
  create_file(path, yaml);
  return std::nullopt;
}

}  // namespace

void settle_ids(exchange::Imported& result, std::set<std::string>& made,
                const StandingDecks& standing, const ImportTarget& target) {
  const bool named = names_a_file(target) && target.output != "-";
  if (named && result.decks.size() > 1) {
    throw UsageError(
        fmt::format("this gives {} decks: name a folder with -o FOLDER/", result.decks.size()));
  }
  for (auto& deck : result.decks) {
    const auto id = named ? exchange::deck_id_from(fs::path(target.output).stem().string(), deck.id)
                          : standing.settled_id(deck, made, result.decks);
    if (id != deck.id) {
      exchange::rename_deck(result, deck.id, id);
    }
  }
  for (const auto& deck : result.decks) {
    made.insert(deck.id);
  }
}

std::string yaml_of(const deck::Deck& deck, const std::string& path) {
  auto yaml = deck::write_deck(deck);
  const auto again = deck::read_deck(yaml, path);
  if (!again.deck) {
    throw InvalidInput(fmt::format("the deck '{}' cannot be written: line {}: {}", deck.id,
                                   again.diagnostics.front().at.line,
                                   again.diagnostics.front().message));
  }
  return yaml;
}

void write_decks(Context& context, ImportedFile& file, const ImportTarget& target) {
  const bool shipped = are_shipped_asked(context);
  for (const auto& deck : file.result.decks) {
    const auto path = path_for(context, deck, target);
    make_data_folder_for(context, path);
    file.replaced.push_back(write_deck_to(context, deck, path, target));
    file.paths.push_back(path.string());
  }
  say_if_set_aside(context, shipped);
}

void compare_with_replaced(const Context& context, ImportedFile& file, const ImportTarget& target) {
  for (const auto& deck : file.result.decks) {
    const auto path = path_for(context, deck, target);
    file.replaced.push_back(fs::is_regular_file(path)
                                ? replaced_deck(context, read_file(path), path.string(), deck)
                                : std::nullopt);
  }
}

}  // namespace pith::cli
