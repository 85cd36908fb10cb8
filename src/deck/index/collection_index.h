// The decks under several paths, known without being read: an unchanged file costs one look at its
// size and times, a changed one is compiled (deck/index/compiled.h) and only that one, and items
// are made when they are asked for. What the cache folder holds is never trusted over the files,
// and need not be there.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "deck/collection.h"
#include "deck/index/deck_cache.h"
#include "deck/index/summary.h"

namespace pith::deck {

/// Told of files that had to be read: how many of how many are done. Never called from two threads
/// at once.
using CompileProgress = std::function<void(std::size_t done, std::size_t all)>;

/// The time by the clock that files are stamped with, not the learner's: nanoseconds since 1970.
[[nodiscard]] std::int64_t file_time_now();

class IndexedFile;
struct IndexFile;

class CollectionIndex {
 public:
  /// Finds the decks as load_collection() does, and compiles those that changed.
  CollectionIndex(std::span<const std::filesystem::path> roots, DeckCache cache,
                  const CompileProgress& progress = {}, std::int64_t now = file_time_now());
  CollectionIndex(CollectionIndex&&) noexcept;
  CollectionIndex& operator=(CollectionIndex&&) noexcept;
  ~CollectionIndex();

  /// The usable decks, in the order of the paths given.
  [[nodiscard]] const std::vector<DeckSummary>& decks() const { return decks_; }
  /// Place of the deck with this id in decks().
  [[nodiscard]] std::optional<std::size_t> find(const std::string& deck) const;
  /// The item of a deck; null if it has none of this id. It stays where it is while the index
  /// lives.
  [[nodiscard]] const Item* item(std::size_t deck, const std::string& id) const;
  /// A deck with all its items.
  [[nodiscard]] Deck deck(std::size_t place) const;
  /// All that is wrong with decks that are broken, or that cannot be read or told apart.
  [[nodiscard]] Diagnostics errors() const;
  /// Why files that seem meant as decks are none and were passed over: a warning each.
  [[nodiscard]] Diagnostics passed_over() const;
  /// Everything, warnings too.
  [[nodiscard]] Collection collection() const;

 private:
  void look(IndexFile& known, std::vector<std::size_t>& changed);
  void compile(const std::vector<std::size_t>& changed, const CompileProgress& progress);
  void save(const std::string& name) const;
  void number_decks();

  DeckCache cache_;
  std::vector<IndexedFile> files_;
  std::vector<DeckSummary> decks_;
  std::vector<std::size_t> file_of_;  ///< Of each deck: its place among `files_`.
  std::unordered_map<std::string, std::size_t> by_id_;
  Diagnostics diagnostics_;  ///< Of folders, and of ids that are taken.
  std::int64_t begun_ = 0;
};

}  // namespace pith::deck
