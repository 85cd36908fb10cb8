// Decks as they were read before, in the cache folder, so that starting does not take as long as
// reading YAML does. Safe to delete, and to share among processes: an entry is named after the bytes
// it was made of and written in one go; whatever cannot be read or written counts as absent.
#pragma once

#include <filesystem>
#include <span>
#include <string>
#include <string_view>

#include "deck/collection.h"
#include "deck/reader.h"

namespace pith::deck {

class DeckCache {
 public:
  /// Keeps entries in `folder`, or none at all if it is empty. `program` tells apart the programs
  /// that write there: another one may read decks otherwise.
  DeckCache(std::filesystem::path folder, std::string program)
      : folder_(std::move(folder)), program_(std::move(program)) {}

  /// What read_deck() gives, from the cache if it is there.
  [[nodiscard]] ReadResult read(std::string_view bytes, const std::string& path) const;

 private:
  std::filesystem::path folder_;
  std::string program_;
};

/// As load_collection(paths), with what the cache knows read from there.
[[nodiscard]] Collection load_collection(std::span<const std::filesystem::path> paths,
                                         const DeckCache& cache);

}  // namespace pith::deck
