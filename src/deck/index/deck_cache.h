// Decks as they were compiled before, in the cache folder. Safe to delete at any moment, and to
// share among processes: an entry is named after the bytes it was made of and written in one go;
// whatever cannot be read or written counts as absent.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>

#include "base/mapped_file.h"
#include "deck/index/compiled.h"

namespace pith::deck {

class DeckCache {
 public:
  /// Keeps entries in `folder`, or none at all if it is empty. `program` tells apart the programs
  /// that write there: another one may read decks otherwise.
  DeckCache(std::filesystem::path folder, std::string program)
      : folder_(std::move(folder)), program_(std::move(program)) {}

  [[nodiscard]] const std::string& program() const { return program_; }

  /// The name under which a deck file of these bytes is kept.
  [[nodiscard]] std::string key_of(std::string_view path, std::string_view bytes) const;
  [[nodiscard]] std::optional<CompiledDeck> deck(const std::string& key) const;

  /// The bytes kept under a name; null if there are none.
  [[nodiscard]] std::unique_ptr<base::MappedFile> map(const std::string& name) const;
  /// Keeps bytes under a name, in place of others; false if that cannot be.
  [[nodiscard]] bool put(const std::string& name, std::string_view bytes) const;
  /// Removes the oldest entries, but none of `wanted`, beyond a number that some edits need.
  void prune(const std::unordered_set<std::string>& wanted) const;

 private:
  std::filesystem::path folder_;
  std::string program_;
};

}  // namespace pith::deck
