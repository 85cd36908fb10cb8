// Where prompt, text and caret stand in the cells of a terminal. Pure.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "terminal/style.h"

namespace pith::terminal {

/// One grapheme cluster on the screen.
struct Glyph {
  std::string text;
  std::size_t column = 0;
  std::size_t cells = 0;
  Role role = Role::plain;
  bool operator==(const Glyph&) const = default;
};

using Row = std::vector<Glyph>;

struct Position {
  std::size_t row = 0;
  std::size_t column = 0;
  bool operator==(const Position&) const = default;
};

/// Where the caret stands when it is at a byte of the text.
struct Stop {
  std::size_t offset = 0;
  Position position;
};

struct Layout {
  std::vector<Row> rows;    ///< At least one; a column is always < the terminal's.
  Position caret;           ///< Where the next character would be drawn.
  std::vector<Stop> stops;  ///< One for each grapheme bound of the text, ascending.
};

struct Scene {
  std::string_view prompt;
  std::string_view text;
  std::size_t caret = 0;    ///< A grapheme bound of `text`.
  std::string_view status;  ///< A dim row below, cut to the width; empty for none.
  Role prompt_role = Role::prompt;
};

/// Breaks rows where a line may be broken (between words, between Han characters), a word wider
/// than a row at cells; of the spaces that follow a full row the first is not drawn. Rows after the
/// first are indented to the prompt's end while that is less than half the width. What must not
/// reach a terminal is drawn as its substitute, a mark without a character on a dotted circle.
/// Requires columns >= 2.
[[nodiscard]] Layout lay_out(const Scene& scene, std::size_t columns);

/// A line of plain text broken between words where that can be done, the caret behind it. Requires
/// columns >= 2.
[[nodiscard]] Layout lay_out_words(std::string_view line, Role role, std::size_t columns);

/// The byte of the text nearest to a column of a row.
[[nodiscard]] std::size_t offset_at(const Layout& layout, Position position);

/// Cells of a row up to the end of its last glyph.
[[nodiscard]] std::size_t width_of(const Row& row);

}  // namespace pith::terminal
