// What reading a deck file gave, as bytes that are read back a hundred times faster than YAML, and
// item by item.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "deck/reader.h"

namespace pith::deck {

[[nodiscard]] std::string compiled(const ReadResult& read);

/// Holds what was compiled, and makes items of it one by one.
class CompiledDeck {
 public:
  /// Empty for any other bytes than those of compiled().
  [[nodiscard]] static std::optional<CompiledDeck> from(std::string bytes);

  /// Everything but the items.
  [[nodiscard]] const ReadResult& head() const { return head_; }
  /// How many items there are.
  [[nodiscard]] std::size_t size() const { return ends_.size(); }
  /// Requires: place < size().
  [[nodiscard]] Item item(std::size_t place) const;
  /// The place of the item with this id.
  [[nodiscard]] std::optional<std::size_t> find(const std::string& id) const;
  /// What was compiled.
  [[nodiscard]] ReadResult all() const;

 private:
  [[nodiscard]] std::string_view bytes_of(std::size_t place) const;

  std::string bytes_;
  ReadResult head_;
  std::vector<std::uint64_t> ends_;  ///< Of the items' bytes, from the first one's on.
  std::size_t first_item_ = 0;       ///< Where in `bytes_` they begin.
  mutable std::unordered_map<std::string, std::size_t> places_;  ///< Filled when first needed.
};

}  // namespace pith::deck
