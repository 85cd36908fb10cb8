// A file of a collection, which is read when it changed, and of which items are made when they are
// asked for.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "deck/deck_files.h"
#include "deck/index/compiled.h"
#include "deck/index/deck_cache.h"
#include "deck/index/index_file.h"

namespace pith::deck {

/// A file with what was read of it so far. The cache is always the same one.
class IndexedFile {
 public:
  explicit IndexedFile(DeckFile file) : found(std::move(file)) {}

  DeckFile found;
  IndexEntry entry;  ///< As known from before, or by read().
  std::optional<Diagnostic> unreadable;

  /// Whether it is to be counted as a deck, usable or not.
  [[nodiscard]] bool is_deck() const { return found.repeated || unreadable || !entry.key.empty(); }
  /// Whether it is one that cannot be used.
  [[nodiscard]] bool is_broken() const { return !entry.key.empty() && !entry.deck; }

  /// Reads the file, unless the cache has a deck of the same bytes.
  void read(const DeckCache& cache);

  /// From the cache or, if that has lost it, from the file; it stays open.
  [[nodiscard]] CompiledDeck& compiled(const DeckCache& cache) const;
  /// The deck's item of this id; null if there is none. It lives as long as the file.
  [[nodiscard]] const Item* item(const DeckCache& cache, const std::string& id) const;
  /// All that reading the deck gave; it stays open.
  [[nodiscard]] ReadResult whole(const DeckCache& cache) const;
  /// The same, but closed again.
  [[nodiscard]] ReadResult whole_once(const DeckCache& cache) const;

 private:
  void compile(const DeckCache& cache, std::string_view bytes);
  CompiledDeck& compiled_anew() const;

  mutable std::optional<CompiledDeck> compiled_;
  mutable std::unordered_map<std::string, std::unique_ptr<Item>> items_;
};

}  // namespace pith::deck
