// The text of a deck file, and where in it a byte stands for a reader who counts lines and
// characters.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "deck/diagnostic.h"

namespace pith::deck {

/// The bytes must outlive it. They need not be valid UTF-8: columns are then right up to the first
/// byte that is not.
/// Bytes: a longer line says nothing beside a caret, and many copies of it fill the memory.
inline constexpr std::size_t kLongestBesideCaret = 4000;

class Source {
 public:
  explicit Source(std::string_view text);

  [[nodiscard]] std::string_view text() const { return text_; }

  /// Line and column of a byte offset; the end of the text for one behind it.
  [[nodiscard]] Position position(std::size_t offset) const;

  /// Number of the line in which a byte offset lies, from 1.
  [[nodiscard]] std::size_t line_number(std::size_t offset) const;

  /// The line in which a byte offset lies, without its line break.
  [[nodiscard]] std::string_view line_at(std::size_t offset) const;

  /// The line of a number, from 1, without its line break; empty if there is none.
  [[nodiscard]] std::string_view line(std::size_t number) const;

  /// Offset of the first byte of the line in which `offset` lies.
  [[nodiscard]] std::size_t line_begin(std::size_t offset) const;

 private:
  [[nodiscard]] std::size_t characters_before(std::size_t offset) const;

  std::string_view text_;
  std::vector<std::size_t> line_begins_;
  std::vector<std::size_t> characters_before_block_;
};

}  // namespace pith::deck
