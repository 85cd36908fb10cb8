// Which files the decks of a collection are in. A folder is searched with its subfolders, in the
// order of names; hidden entries and links that lead out of it are left alone.
#pragma once

#include <cstddef>
#include <filesystem>
#include <span>
#include <string>
#include <variant>
#include <vector>

#include "deck/diagnostic.h"

namespace pith::deck {

struct DeckFile {
  std::string path;
  std::size_t root = 0;  ///< Index of the path it was found under.
  bool named = false;  ///< It is that path, so it must be a deck; others are decks if they look so.
  bool repeated = false;  ///< Another path led to it before: not to be read again.
};

struct DeckFiles {
  std::vector<DeckFile> files;
  Diagnostics diagnostics;  ///< Folders that cannot be read.
};

/// The YAML files in folders, and whatever is named itself, be it there or not.
[[nodiscard]] DeckFiles find_deck_files(std::span<const std::filesystem::path> roots);

/// The bytes of a regular file, or what keeps it from being read as a deck.
[[nodiscard]] std::variant<std::string, Diagnostic> read_bytes(const std::filesystem::path& path);

/// A mistake of a file, or a folder, as a whole.
[[nodiscard]] Diagnostic whole_file(Severity severity, const std::filesystem::path& path,
                                    std::string message, std::string hint);

}  // namespace pith::deck
