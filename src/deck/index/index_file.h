// What the cache folder remembers of the files of a collection, so that an unchanged file need not
// even be opened.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/file_stamp.h"
#include "deck/index/deck_cache.h"
#include "deck/index/summary.h"

namespace pith::deck {

using base::FileStamp;

struct IndexEntry {
  std::string path;
  bool named = false;  ///< Not found in a folder: a deck however it looks.
  FileStamp stamp;
  std::string key;                  ///< Of the compiled deck; empty: it does not look like a deck.
  bool passed_over = false;         ///< It does not, but seems meant as one.
  std::optional<DeckSummary> deck;  ///< Empty if it is none, or broken.
};

struct IndexFile {
  /// When its files began to be read. One that changed shortly before may have been changed again
  /// within the same tick of the file system's clock.
  std::int64_t begun = 0;
  std::vector<IndexEntry> entries;
};

/// The index kept under a name; empty if there is none, or of another program.
[[nodiscard]] IndexFile load_index(const DeckCache& cache, const std::string& name);
void save_index(const DeckCache& cache, const std::string& name, const IndexFile& index);

}  // namespace pith::deck
