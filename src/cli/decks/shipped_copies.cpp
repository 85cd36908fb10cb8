#include "cli/decks/shipped_copies.h"

#include <fmt/format.h>

#include "base/error.h"
#include "cli/decks/schema_line.h"
#include "cli/files/replace_file.h"

namespace pith::cli {
namespace {

namespace fs = std::filesystem;

/// Copies a deck unless there is a file of its name; whether it did.
bool copy_deck(const Context& context, const fs::path& file, const fs::path& copy) {
  const auto deck = with_schema_line(context, read_file(file));
  try {
    create_file(copy, deck);
    return true;
  } catch (const UsageError&) {  // that name is taken
    return false;
  }
}

}  // namespace

std::vector<fs::path> copy_decks(const Context& context, std::span<const deck::DeckSummary> decks,
                                 const fs::path& folder) {
  std::vector<fs::path> copies;
  try {
    for (const auto& deck : decks) {
      const fs::path file(deck.path);
      if (const auto copy = folder / file.filename(); copy_deck(context, file, copy)) {
        copies.push_back(copy);
      }
    }
  } catch (const StorageError& error) {
    throw StorageError(
        fmt::format("cannot copy the decks to {}: {}; choose another folder with "
                    "`decks:` in the configuration",
                    folder.string(), error.what()));
  }
  return copies;
}

}  // namespace pith::cli
