// What reading a deck file gave, as bytes that are read back a hundred times faster than YAML, and
// item by item: of the others not even the bytes are looked at.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/mapped_file.h"
#include "deck/reading/reader.h"

namespace pith::deck {

/// The bytes that CompiledDeck reads back.
[[nodiscard]] std::string compiled(const ReadResult& read);

/// Where an item stands in the compiled bytes.
struct ItemPlace {
  std::uint64_t id_end = 0;  ///< Of its id among the ids of all.
  std::uint64_t end = 0;     ///< Of its bytes among those of all.
  std::uint64_t checksum = 0;
};

/// Holds what was compiled, and makes items of it one by one.
class CompiledDeck {
 public:
  /// Empty for any other bytes than those of compiled(), as far as can be told without a look at
  /// the items.
  [[nodiscard]] static std::optional<CompiledDeck> from(std::string bytes);
  /// The same of a file.
  [[nodiscard]] static std::optional<CompiledDeck> from(std::unique_ptr<base::MappedFile> file);

  /// Everything but the items.
  [[nodiscard]] const ReadResult& head() const { return head_; }
  /// How many items there are.
  [[nodiscard]] std::size_t size() const { return items_.size(); }
  /// Empty if its bytes are damaged. Requires: place < size().
  [[nodiscard]] std::optional<Item> item(std::size_t place) const;
  /// The place of the item with this id.
  [[nodiscard]] std::optional<std::size_t> find(std::string_view id) const;
  /// What was compiled; empty if an item is damaged.
  [[nodiscard]] std::optional<ReadResult> all() const;

 private:
  bool open();
  [[nodiscard]] std::string_view bytes() const { return file_ ? file_->bytes() : bytes_; }

  std::string bytes_;                       ///< Where there is no file.
  std::unique_ptr<base::MappedFile> file_;  ///< May be null.
  ReadResult head_;
  std::string ids_;  ///< Of all items, one after the other.
  std::vector<ItemPlace> items_;
  std::size_t first_item_ = 0;  ///< Where the bytes of the items begin.
};

}  // namespace pith::deck
