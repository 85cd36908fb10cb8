// What becomes of each line of a deck file when it is laid out anew: only white space may change.
#pragma once

#include <cstddef>
#include <vector>

#include "deck/editing/rewriting.h"
#include "deck/yaml/source.h"

namespace pith::deck {

/// A column where something stood, and where it goes. Bytes from 0.
struct Column {
  std::size_t was = 0;
  std::size_t now = 0;
};

struct PlannedLine {
  enum class Kind {
    free,     ///< Blank, a comment, or a mark such as `---`.
    begins,   ///< Begins with a key, the dash of a list, or a text of its own.
    carried,  ///< Goes on with what began above: moves along with it.
    literal   ///< Of a block text (`|`, `>`): its indentation is no part of the text.
  };
  Kind kind = Kind::free;
  std::vector<Column> columns;        ///< begins: of its dash and of its key; literal: of the text.
  std::ptrdiff_t shift = 0;           ///< carried: columns to move.
  std::size_t least = 0;              ///< carried: the first column it may begin at.
  bool tail_belongs_to_text = false;  ///< White space at its end may not go.
};

struct LayoutPlan {
  std::vector<PlannedLine> lines;
  std::vector<Edit> gaps;  ///< Spaces within lines, in the order of the text.
};

/// The plan for a text that reads as `root`. Throws InvalidInput, with the line, where something
/// stands that it does not know how to lay out (anchors, aliases, `?`).
[[nodiscard]] LayoutPlan plan_layout(const Source& source, const Node& root);

}  // namespace pith::deck
