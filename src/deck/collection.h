// The decks under several folders and files.
#pragma once

#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "deck/diagnostic.h"
#include "deck/item.h"
#include "deck/reading/reader.h"

namespace pith::deck {

struct Collection {
  std::vector<Deck> decks;           ///< The usable ones, in the order of the paths given.
  Diagnostics diagnostics;           ///< Of all files: a broken deck is here and not among `decks`.
  std::vector<std::string> skipped;  ///< YAML files in folders that are no decks.
  Diagnostics passed_over;           ///< Of those: why each that seems meant as a deck is none.
};

/// Reads the decks at the paths. A folder is searched with its subfolders, in the order of names,
/// for YAML files with `items:` at the top; hidden entries and links that lead out of it are left
/// alone. A file that is named must be a deck. A deck whose id is taken is refused.
[[nodiscard]] Collection load_collection(std::span<const std::filesystem::path> paths);

/// Reads one deck file. What is wrong with the file itself (absent, a folder, unreadable, too
/// large) is a diagnostic as well.
[[nodiscard]] ReadResult read_deck_file(const std::filesystem::path& path);

/// The item with the id `deck/item`, or that once had it (`was`); null if there is none.
[[nodiscard]] const Item* find_item(const Collection& collection, std::string_view full_id);

[[nodiscard]] bool has_error(const Diagnostics& diagnostics);

}  // namespace pith::deck
